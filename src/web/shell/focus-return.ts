import { useEffect, useState } from 'react';

/**
 * Inside a drawer or dialog that is taken off the page when it closes: the focus goes back to where it was when it
 * opened, or to the page's main part if that is gone. Without it the keyboard would start at the top again.
 */
export function useFocusReturn(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const isThere = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
      (isThere ? opener : document.getElementById('main'))?.focus({ preventScroll: !isThere });
    },
    [opener],
  );
}
