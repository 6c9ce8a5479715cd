import { useLanguage } from '../messages/language.js';

/** Headcount-days in a column that is headed so; on a telephone, which has no headings, in words. */
export function Units({ units }: { readonly units: string }) {
  const { m } = useLanguage();
  return (
    <>
      <span className="under-heading">{m.headcount(units)}</span>
      <span className="without-heading">{m.finance.headcountDays(units)}</span>
    </>
  );
}
