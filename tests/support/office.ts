import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx, writeXlsx, type Sheet } from 'hucre/xlsx';
import { absent } from './databases.js';

const program = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path));

/** Milliseconds after which the other program counts as hung; it starts slowly beside other work. */
const patience = 10 * 60_000;

/** A test that another spreadsheet program takes part in: skipped with its reason where LibreOffice is missing. */
export function itInOffice(name: string, body: () => Promise<void>): void {
  if (program === undefined) absent(`LibreOffice Calc is not installed: ${name}`);
  else it(name, body);
}

/** A formula cell: what our workbook stores for it, and what LibreOffice makes of the formula. */
export interface Recalculation {
  readonly sheet: string;
  /** `row,column`, from 0. */
  readonly place: string;
  readonly formula: string;
  readonly stored: unknown;
  readonly computed: unknown;
}

/** Puts a number in a place of a workbook's sheet. */
export interface Entry {
  readonly sheet: string;
  readonly place: string;
  readonly value: number;
}

/**
 * The workbooks as LibreOffice computes them, each under its name, after the entries are made. Stored results are taken
 * out first, so that every figure has to be computed there.
 */
export async function recalculated(
  workbooks: Readonly<Record<string, { readonly bytes: Uint8Array; readonly entries?: readonly Entry[] }>>,
): Promise<ReadonlyMap<string, readonly Recalculation[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiban-office-'));
  try {
    const [given, made] = [join(folder, 'given'), join(folder, 'made')];
    mkdirSync(given);
    const originals = new Map<string, readonly Sheet[]>();
    for (const [name, { bytes, entries = [] }] of Object.entries(workbooks)) {
      const { sheets } = await readXlsx(bytes, { readStyles: true });
      originals.set(name, sheets);
      writeFileSync(
        join(given, `${name}.xlsx`),
        await writeXlsx({ sheets: sheets.map((sheet) => bare(sheet, entries)) }),
      );
    }
    const files = [...originals.keys()].map((name) => join(given, `${name}.xlsx`));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync(program ?? '', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', made, ...files], {
      timeout: patience,
      stdio: 'ignore',
    });
    const results = new Map<string, readonly Recalculation[]>();
    for (const [name, sheets] of originals) {
      const computed = await readXlsx(readFileSync(join(made, `${name}.xlsx`)));
      results.set(
        name,
        sheets.flatMap((sheet, index) => formulasOf(sheet, computed.sheets[index])),
      );
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Formulas and plain values, with what was entered, and nothing that was computed before. */
function bare({ name, cells, rows }: Sheet, entries: readonly Entry[]) {
  const entered = new Map(entries.filter(({ sheet }) => sheet === name).map(({ place, value }) => [place, value]));
  const valueAt = (place: string) => entered.get(place);
  return {
    name,
    cells: new Map(
      [...(cells ?? [])].map(([place, cell]) => {
        const value = valueAt(place);
        return [
          place,
          value === undefined ? (cell.formula === undefined ? cell : { formula: cell.formula }) : { value },
        ];
      }),
    ),
    rows: rows.map((row, rowIndex) =>
      row.map((value, column) => {
        const place = `${String(rowIndex)},${String(column)}`;
        return valueAt(place) ?? (cells?.get(place)?.formula === undefined ? value : null);
      }),
    ),
  };
}

function formulasOf({ name, cells }: Sheet, computed: Sheet | undefined): Recalculation[] {
  return [...(cells ?? [])].flatMap(([place, { formula, value }]) => {
    if (formula === undefined) return [];
    const [row = 0, column = 0] = place.split(',').map(Number);
    return [{ sheet: name, place, formula, stored: value, computed: computed?.rows[row]?.[column] ?? null }];
  });
}

/** The cells in which the two programs differ by more than a hair. */
export function differing(cells: readonly Recalculation[]): Recalculation[] {
  return cells.filter(({ stored, computed }) =>
    typeof stored === 'number' ? Math.abs(Number(computed) - stored) > 1e-6 : (computed ?? '') !== (stored ?? ''),
  );
}
