import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useRouterState } from '@tanstack/react-router';
import { useEffect, useId, useRef } from 'react';
import { contractsQuery } from '../api/queries.js';
import { useMessages } from '../messages/language.js';
import { useSession } from '../session/session.js';
import { useUnreadCount } from '../staff/unread.js';
import { Icon } from './icons.js';
import { entriesFor, phoneEntries, type Entry, type NavigationSection } from './navigation.js';

/** Beside the page on a desk; below it on a phone, where what doesn't fit stands behind “more”. */
export function Navigation() {
  const m = useMessages();
  const entries = useEntries();
  return (
    <>
      <nav className="shell-nav" aria-label={m.navigation.label}>
        <Sections entries={entries} />
      </nav>
      <PhoneBar entries={entries} />
    </>
  );
}

function useEntries(): Entry[] {
  const { contract } = useParams({ strict: false });
  const grants = useSession().data?.grants ?? [];
  const contracts = useQuery(contractsQuery).data ?? [];
  // Beside the contracts (the account, say) whoever has but one stays in it.
  const [only, ...others] = contracts;
  const sole = contract === undefined && others.length === 0 ? only : undefined;
  const key = (contracts.find((one) => one.key === contract) ?? sole)?.key ?? null;
  const unread = useUnreadCount(key ?? '');
  return entriesFor(grants, key).map((entry) => (entry.name === 'myMessages' ? { ...entry, unread } : entry));
}

function PhoneBar({ entries }: { readonly entries: readonly Entry[] }) {
  const m = useMessages();
  const path = usePath();
  const sheet = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const shown = phoneEntries(entries);
  const isElsewhere = !shown.some(({ address }) => address === path);
  // A page was chosen in the sheet.
  useEffect(() => {
    sheet.current?.close();
  }, [path]);
  return (
    <nav className="shell-tabs" aria-label={m.navigation.label}>
      {shown.map((entry) => (
        <EntryLink key={entry.name} entry={entry} />
      ))}
      {shown.length === entries.length ? null : (
        <button
          type="button"
          aria-haspopup="dialog"
          className={isElsewhere ? 'is-here' : ''}
          onClick={() => sheet.current?.showModal()}
        >
          <Icon name="more" />
          {m.navigation.more}
        </button>
      )}
      <dialog
        ref={sheet}
        className="nav-sheet"
        aria-labelledby={titleId}
        onClick={(event) => {
          // Beside the sheet.
          if (event.target === event.currentTarget) event.currentTarget.close();
        }}
      >
        <div className="nav-sheet-body">
          <div className="nav-sheet-head">
            <h2 id={titleId}>{m.navigation.everyPage}</h2>
            <button type="button" className="plain-button" onClick={() => sheet.current?.close()}>
              {m.close}
            </button>
          </div>
          <Sections entries={entries} />
        </div>
      </dialog>
    </nav>
  );
}

const sections = ['mine', 'planning', 'settlement', 'general'] as const satisfies readonly NavigationSection[];

function Sections({ entries }: { readonly entries: readonly Entry[] }) {
  const m = useMessages();
  return sections.map((section) => {
    const inside = entries.filter((entry) => entry.section === section);
    return inside.length === 0 ? null : (
      <div key={section}>
        <p className="nav-title">{m.navigation.sections[section]}</p>
        {inside.map((entry) => (
          <EntryLink key={entry.name} entry={entry} />
        ))}
      </div>
    );
  });
}

function EntryLink({ entry: { name, address, icon, unread = 0 } }: { readonly entry: Entry }) {
  const m = useMessages();
  const isHere = usePath() === address;
  return (
    <Link to={address} className={isHere ? 'is-here' : ''} {...(isHere ? { 'aria-current': 'page' } : {})}>
      <Icon name={icon} />
      {m.navigation[name]}
      {unread === 0 ? null : (
        <span className="nav-count" aria-label={m.navigation.unread(unread)} role="img">
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  );
}

function usePath(): string {
  return useRouterState({ select: (state) => state.location.pathname.replace(/(?<=.)\/$/u, '') });
}
