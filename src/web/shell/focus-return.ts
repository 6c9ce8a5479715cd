import { useEffect, useState } from 'react';

/**
 * Inside a drawer or dialog that is taken off the page when it closes: the focus goes back to where it was when it
 * opened, or, if that is gone or takes none any more, to the drawer that is still open or the page's main part. Without it the
 * keyboard would start at the top again.
 */
export function useFocusReturn(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement && opener !== document.body) opener.focus();
      if (document.activeElement === opener && opener !== document.body) return;
      const drawer = document.querySelector<HTMLElement>('.ant-drawer-open [role="dialog"]');
      (drawer ?? document.getElementById('main'))?.focus({ preventScroll: true });
    },
    [opener],
  );
}
