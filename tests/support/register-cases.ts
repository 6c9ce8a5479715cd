import { itemDefinitions } from '../../src/domain/ledger/readings/interpretation-items.js';
import { isReading, type InterpretationChoice } from '../../src/domain/ledger/readings/interpretation.js';
import { present } from '../../src/shared/assert.js';
import { civilDate } from '../../src/shared/civil-date.js';
import { agreed } from './vacancy-month.js';

/** One reading of the register: a tiny scenario, in which nothing but the agreed option differs, and what comes of it. */
export interface RegisterCase {
  /** What happened, told under some agreed readings. */
  readonly scenario: (choices: readonly InterpretationChoice[]) => unknown;
  /** By option, worked out by hand. */
  readonly gives: Readonly<Record<string, unknown>>;
  /** The item that is agreed on instead: V2 follows V1. */
  readonly by?: string;
}

const onMoney: ReadonlySet<string> = new Set(['V19', 'V20', 'V21', 'V23', 'V24']);

/** Readings that decide on vacancies, and those that decide on any other money. */
export const isOnVacancies = (key: string) => key.startsWith('V') && !onMoney.has(key);

/** Tests of every option of the items that `concerns` names; an item or option without a case fails. */
export function testEveryOption(
  table: Readonly<Record<string, RegisterCase>>,
  concerns: (key: string) => boolean,
): void {
  const items = itemDefinitions.filter(({ key }) => concerns(key));
  const rows = Object.entries(table).flatMap(([key, one]) =>
    Object.entries(one.gives).map(([option, given]) => ({ key, option, one, given })),
  );

  it.each(rows)('$key $option gives what the domain says', async ({ key, option, one, given }) => {
    const choices = agreed([one.by ?? key, option]).map((choice) => ({ ...choice, from: civilDate('2020-01-01') }));
    expect(await one.scenario(choices)).toEqual(given);
  });

  it.each(items.map((item) => [item.key, item] as const))(
    '%s is told in full, and without an agreement its default holds',
    async (key, item) => {
      const { scenario, gives } = present(table[key], key);
      const options = Object.keys(gives);
      expect(options).toEqual(expect.arrayContaining(item.options.map((option) => option.key)));
      expect(options.filter((option) => !isReading(item, option))).toEqual([]);
      expect(await scenario([])).toEqual(gives[item.standard]);
    },
  );

  it('no two options of an item give the same, but where any number can be agreed on', () => {
    const alike = items
      .filter(({ range }) => range === null)
      .filter(({ key }) => {
        const given = Object.values(table[key]?.gives ?? {}).map((outcome) => JSON.stringify(outcome));
        return new Set(given).size < given.length;
      });
    expect(alike.map(({ key }) => key)).toEqual([]);
  });
}
