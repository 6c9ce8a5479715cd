/** What one day can contribute to an account: the durations on offer (minutes, ascending), at most one of them worked. */
export type DayChoices = readonly number[];

/** Σ coefficient(day, minutes) × worked − overtime ≤ limit holds for every lawful plan, in minutes. */
export interface RoundingCut {
  readonly coefficients: readonly ReadonlyMap<number, number>[];
  readonly limit: number;
}

/** Beyond so many pairs of a base and a way to fill the account only the plainest bases are tried; 900 in a hall week. */
const pairsMax = 20_000;

interface DayType {
  readonly choices: DayChoices;
  readonly count: number;
}

/** Σ coefficient[type][choice] × number of such duties − overtime ≤ limit. */
interface TypeCut {
  readonly coefficients: readonly (readonly number[])[];
  readonly limit: number;
}

/**
 * Why these rows: a relaxed model gives a Saturday crew member three sevenths of a half-day off, or everybody a fifth of a Saturday, and
 * so avoids the overtime that whole duties cause; on a hall week that alone left a gap of a fifth. From `total minutes − overtime ≤ free`
 * and one duty a day, mixed-integer rounding (Nemhauser and Wolsey 1988, II.1.7) cuts such plans off: the row is rewritten around a
 * base duty for each type of day (what is worked beyond it, what is lacked when the day is off), divided by a difference of durations
 * that occurs, and rounded. Of all the rows found this way those stay that are tight for some whole plan for which no other row is.
 */
export function roundingCuts(days: readonly DayChoices[], free: number): readonly RoundingCut[] {
  const keys = days.map((day) => day.join());
  const types = [...new Set(keys)].map((key): DayType => ({
    choices: days[keys.indexOf(key)] ?? [],
    count: keys.filter((other) => other === key).length,
  }));
  const typeOf = keys.map((key) => [...new Set(keys)].indexOf(key));
  return typeCuts(types, free).map(({ coefficients, limit }) => ({
    limit,
    coefficients: days.map(
      (day, index) => new Map(day.map((minutes, choice) => [minutes, coefficients[typeOf[index] ?? 0]?.[choice] ?? 0])),
    ),
  }));
}

const known = new Map<string, readonly TypeCut[]>();

/** Remembered, since most workers share their account's shape. */
function typeCuts(types: readonly DayType[], free: number): readonly TypeCut[] {
  const key = JSON.stringify([types, free]);
  const cuts = known.get(key) ?? findCuts(types, free);
  if (known.size > 1000) known.clear();
  known.set(key, cuts);
  return cuts;
}

function findCuts(types: readonly DayType[], free: number): readonly TypeCut[] {
  const ways = types.reduce(
    (product, { choices, count }) => product * binomial(count + choices.length, choices.length),
    1,
  );
  const basesCount = types.reduce((product, { choices }) => product * (choices.length + 1), 1);
  const isSmall = ways * basesCount <= pairsMax;
  const bases = isSmall
    ? types.reduce<readonly (readonly number[])[]>(
        (sofar, { choices }) => sofar.flatMap((base) => [0, ...choices].map((minutes) => [...base, minutes])),
        [[]],
      )
    : [() => 0, Math.min, Math.max].map((pick) => types.map(({ choices }) => pick(...choices)));
  const cuts = bases.flatMap((base) => {
    const differences = types.flatMap(({ choices }, type) => [
      base[type] ?? 0,
      ...choices.map((minutes) => minutes - (base[type] ?? 0)),
    ]);
    return [...new Set(differences.map(Math.abs))].flatMap((step) =>
      step > 0 ? round({ types, base, free, step }) : [],
    );
  });
  return isSmall ? tightest(cuts, types, free) : cuts;
}

/** Mixed-integer rounding of `total − overtime ≤ free` around a base; nothing when there is nothing to round. */
function round({
  types,
  base,
  free,
  step,
}: {
  readonly types: readonly DayType[];
  readonly base: readonly number[];
  readonly free: number;
  readonly step: number;
}): readonly TypeCut[] {
  const limit = types.reduce((sum, { count }, type) => sum - count * (base[type] ?? 0), free);
  const whole = Math.floor(limit / step);
  const left = limit / step - whole;
  if (left < 1e-6 || left > 1 - 1e-6) return [];
  const rounded = (minutes: number): number => {
    const down = Math.floor(minutes / step);
    return step * ((1 - left) * down + Math.max(0, minutes / step - down - left));
  };
  const lacked = types.map((_, type) => rounded(-(base[type] ?? 0)));
  return [
    {
      limit: types.reduce((sum, { count }, type) => sum - count * (lacked[type] ?? 0), step * (1 - left) * whole),
      coefficients: types.map(({ choices }, type) =>
        choices.map((minutes) => rounded(minutes - (base[type] ?? 0)) - (lacked[type] ?? 0)),
      ),
    },
  ];
}

/** Drops every cut whose tight plans are all tight for another cut too. */
function tightest(cuts: readonly TypeCut[], types: readonly DayType[], free: number): readonly TypeCut[] {
  const plans = waysToFill(types).map((counts) => ({
    counts,
    overtime: Math.max(
      0,
      counts.flatMap((of, type) => of.map((n, k) => n * (types[type]?.choices[k] ?? 0))).reduce((a, b) => a + b, -free),
    ),
  }));
  const scored = cuts
    .map((cut) => ({
      cut,
      tight: new Set(
        plans.flatMap(({ counts, overtime }, index) => {
          const sum = counts
            .flatMap((of, type) => of.map((n, k) => n * (cut.coefficients[type]?.[k] ?? 0)))
            .reduce((a, b) => a + b, -cut.limit);
          return overtime > 0 || sum > -1e-6 ? (Math.abs(sum - overtime) < 1e-6 ? [index] : []) : [];
        }),
      ),
    }))
    .sort((a, b) => b.tight.size - a.tight.size);
  const kept: typeof scored = [];
  for (const one of scored) {
    const isCovered = kept.some(({ tight }) => [...one.tight].every((plan) => tight.has(plan)));
    if (one.tight.size > 0 && !isCovered) kept.push(one);
  }
  return kept.map(({ cut }) => cut);
}

/** Every way to fill the days: per type, how many of its days have each of its choices. */
function waysToFill(types: readonly DayType[]): readonly (readonly (readonly number[])[])[] {
  return types.reduce<readonly (readonly (readonly number[])[])[]>(
    (sofar, { choices, count }) => {
      const ways = choices.reduce<readonly (readonly number[])[]>(
        (partial) =>
          partial.flatMap((counts) => {
            const leftDays = count - counts.reduce((a, b) => a + b, 0);
            return Array.from({ length: leftDays + 1 }, (_, n) => [...counts, n]);
          }),
        [[]],
      );
      return sofar.flatMap((prefix) => ways.map((way) => [...prefix, way]));
    },
    [[]],
  );
}

function binomial(n: number, k: number): number {
  return Array.from({ length: k }, (_, index) => (n - index) / (index + 1)).reduce((a, b) => a * b, 1);
}
