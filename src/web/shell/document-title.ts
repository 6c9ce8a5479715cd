import { useEffect } from 'react';
import { useMessages } from '../messages/language.js';

/** What the browser's tab, its history and a screen reader call the page: its own name first. */
export function useDocumentTitle(name: string): void {
  const { title } = useMessages().brand;
  useEffect(() => {
    document.title = `${name} · ${title}`;
  }, [name, title]);
}
