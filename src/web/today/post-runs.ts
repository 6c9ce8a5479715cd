/** 综窗1, 综窗2, 综窗3, 综窗7 → 综窗1–3, 综窗7: a whole group that stands empty is one word, not fifty. */
export function postRuns(posts: readonly string[]): string[] {
  const runs: { prefix: string; first: string; last: string }[] = [];
  for (const post of posts) {
    const [, prefix = post, number = ''] = /^(.*?)(\d+)$/u.exec(post) ?? [];
    const run = runs.at(-1);
    if (run?.prefix === prefix && number !== '' && Number(run.last) === Number(number) - 1) run.last = number;
    else runs.push({ prefix, first: number, last: number });
  }
  return runs.map(({ prefix, first, last }) => (first === last ? `${prefix}${first}` : `${prefix}${first}–${last}`));
}
