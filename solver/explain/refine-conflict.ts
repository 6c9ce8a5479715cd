/**
 * A part of `members` that is impossible by itself and of which none can be spared (QuickXplain, Junker 2004): about k·log(n/k)
 * questions for k members of n. Earlier members are kept rather than later ones. `members` as a whole must be impossible.
 */
export async function refineConflict<Member>(
  members: readonly Member[],
  isImpossible: (members: readonly Member[]) => Promise<boolean>,
): Promise<readonly Member[]> {
  return among([], members);

  async function among(fixed: readonly Member[], open: readonly Member[]): Promise<readonly Member[]> {
    return (await isImpossible(fixed)) ? [] : needed(fixed, open);
  }

  /** The members of `open` that are needed beside `fixed`, which by itself is possible. */
  async function needed(fixed: readonly Member[], open: readonly Member[]): Promise<readonly Member[]> {
    if (open.length <= 1) return open;
    const half = Math.ceil(open.length / 2);
    const [first, second] = [open.slice(0, half), open.slice(half)];
    const ofSecond = await among([...fixed, ...first], second);
    const ofFirst = ofSecond.length === 0 ? await needed(fixed, first) : await among([...fixed, ...ofSecond], first);
    return [...ofFirst, ...ofSecond];
  }
}
