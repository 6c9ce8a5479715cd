/** What an address asked for; the place itself stands in the action's words. */
export type SubjectPart =
  | { readonly kind: 'month' | 'day' | 'code'; readonly text: string }
  /** An identifier out of the database, cut to what tells it from others. */
  | { readonly kind: 'record'; readonly text: string };

const forms = [
  ['month', /^\d{4}-\d{2}$/u],
  ['day', /^\d{4}-\d{2}-\d{2}$/u],
  ['record', /^[0-9a-f]{8}-[0-9a-f-]{27}$/u],
  ['code', /\d/u],
] as const;

/**
 * The people, periods and records in a subject of the access log: of `/contracts/x/workers/W007/feed?from=2026-05-11` the code
 * and the day. A subject that is no address is what it says.
 */
export function subjectParts(subject: string): SubjectPart[] {
  if (!subject.startsWith('/')) return [{ kind: 'code', text: subject }];
  const { pathname, searchParams } = new URL(subject, 'http://localhost');
  const named = pathname.replace(/^\/contracts\/[^/]+/u, '').split('/');
  const texts = [...named.map((text) => decodeURIComponent(text)), ...searchParams.values()];
  return texts.flatMap((text): SubjectPart[] => {
    const kind = forms.find(([, form]) => form.test(text))?.[0];
    if (kind === undefined) return [];
    return [{ kind, text: kind === 'record' ? text.slice(0, 8) : text }];
  });
}
