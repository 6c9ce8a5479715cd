import { useBlocker } from '@tanstack/react-router';
import { useLanguage } from '../../messages/language.js';

/** Before the tab is closed or another page opened with edits in it; the board's own addresses keep them. */
export function useWarningOnLeaving(hasEdits: boolean): void {
  const { m } = useLanguage();
  useBlocker({
    disabled: !hasEdits,
    enableBeforeUnload: hasEdits,
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && !window.confirm(m.board.leaveUnsaved),
  });
}
