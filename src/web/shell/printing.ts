import type { TablePaginationConfig } from 'antd';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Whether the page is being printed; what depends on it is drawn before the browser lays out the paper. */
function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => {
      flushSync(() => {
        setPrinting(true);
      });
    };
    const end = () => {
      setPrinting(false);
    };
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}

export const rowsPerPage = 50;

/** Pages of a long table; none on paper, which has every row. */
export function useTablePages(rows: number, first = 1): TablePaginationConfig | false {
  const isPrinting = useIsPrinting();
  if (isPrinting || rows <= rowsPerPage) return false;
  return { pageSize: rowsPerPage, showSizeChanger: false, defaultCurrent: first };
}

/** The part of a long list that its page shows; all of it on paper. */
export function usePart<T>(items: readonly T[], { page, size }: { readonly page: number; readonly size: number }) {
  return useIsPrinting() ? items : items.slice((page - 1) * size, page * size);
}
