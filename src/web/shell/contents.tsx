import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useMessages } from '../messages/language.js';
import './contents.css';

/** A part of a long page: the id of its sheet, and its heading. */
export interface Section {
  readonly id: string;
  readonly title: string;
}

/**
 * A long page with its table of contents, which stays in view, says where the reader is, and leads to every part and
 * back to the top: a column beside the page where there is room, else a bar above it that opens.
 */
export function WithContents(props: { readonly sections: readonly Section[]; readonly children: ReactNode }) {
  return (
    <div className="with-contents">
      <Contents sections={props.sections} />
      {props.children}
    </div>
  );
}

function Contents({ sections }: { readonly sections: readonly Section[] }) {
  const m = useMessages();
  const bar = useRef<HTMLElement>(null);
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
  const here = useSectionInView(sections);
  useCloseBeside(bar, isOpen, setOpen);
  const go = (id: string) => {
    setOpen(false);
    jumpTo(id);
  };
  const link = ({ id, title }: Section) => (
    <a
      href={`#${id}`}
      {...(id === here ? { 'aria-current': 'location', className: 'is-here' } : {})}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go(id);
      }}
    >
      {title}
    </a>
  );
  return (
    <nav className={`contents no-print ${isOpen ? 'is-open' : ''}`} aria-label={m.contents.label} ref={bar}>
      <div className="contents-bar">
        <button
          type="button"
          className="contents-toggle"
          aria-expanded={isOpen}
          aria-controls={listId}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          <span className="muted">{m.contents.label}</span>
          <span className="contents-here">{sections.find(({ id }) => id === here)?.title}</span>
          <span aria-hidden="true">{isOpen ? '▴' : '▾'}</span>
        </button>
        <button
          type="button"
          className="contents-top"
          onClick={() => {
            go('main');
          }}
        >
          <span aria-hidden="true">↑</span> {m.contents.top}
        </button>
      </div>
      <p className="contents-title" aria-hidden="true">
        {m.contents.label}
      </p>
      <ol id={listId}>
        {sections.map((section) => (
          <li key={section.id}>{link(section)}</li>
        ))}
      </ol>
    </nav>
  );
}

/** Moves page and focus, so that the keyboard goes on from there. */
function jumpTo(id: string): void {
  const target = document.getElementById(id);
  if (target === null) return;
  if (id === 'main') window.scrollTo(0, 0);
  else target.scrollIntoView();
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/** The last part whose head has passed under the bars; an address with a part's name opens there. */
function useSectionInView(sections: readonly Section[]): string | undefined {
  const [here, setHere] = useState(sections[0]?.id);
  const ids = sections.map(({ id }) => id).join(' ');
  useEffect(() => {
    const all = ids.split(' ');
    const look = () => {
      const passed = all.filter((id) => (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) < 160);
      const isAtEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2;
      setHere(isAtEnd && window.scrollY > 0 ? all.at(-1) : (passed.at(-1) ?? all[0]));
    };
    const asked = window.location.hash.slice(1);
    if (all.includes(asked)) jumpTo(asked);
    look();
    window.addEventListener('scroll', look, { passive: true });
    return () => {
      window.removeEventListener('scroll', look);
    };
  }, [ids]);
  return here;
}

/** Escape, and a touch beside the open list, close it. */
function useCloseBeside(
  bar: { readonly current: HTMLElement | null },
  isOpen: boolean,
  setOpen: (isOpen: boolean) => void,
): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const touched = (event: Event) => {
      if (event.target instanceof Node && bar.current?.contains(event.target) !== true) setOpen(false);
    };
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      bar.current?.querySelector('button')?.focus();
    };
    document.addEventListener('pointerdown', touched);
    document.addEventListener('keydown', pressed);
    return () => {
      document.removeEventListener('pointerdown', touched);
      document.removeEventListener('keydown', pressed);
    };
  }, [bar, isOpen, setOpen]);
}
