import { readXlsx, type Sheet } from 'hucre/xlsx';

/**
 * Recomputes a workbook from its own formulas, with none of the program's code: references, + - * /, ROUND, ROUNDDOWN,
 * MOD, SUM, SUMIF and IF, as far as the statements use them. Numbers are JavaScript's, as a spreadsheet's are.
 */
export async function openFormulas(bytes: Uint8Array): Promise<WorkbookFormulas> {
  const workbook = await readXlsx(bytes, { readStyles: true });
  return new WorkbookFormulas(workbook.sheets);
}

type Value = string | number | null;

export class WorkbookFormulas {
  constructor(readonly sheets: readonly Sheet[]) {}

  /** Every formula cell with the value that was stored and the value that it computes to. */
  all(): {
    readonly sheet: string;
    readonly cell: string;
    readonly formula: string;
    readonly stored: unknown;
    readonly computed: Value;
  }[] {
    return this.sheets.flatMap((sheet) =>
      [...(sheet.cells ?? [])].flatMap(([key, { formula, value }]) => {
        if (formula === undefined) return [];
        const [row = 0, column = 0] = key.split(',').map(Number);
        return [
          {
            sheet: sheet.name,
            cell: `${String.fromCharCode(65 + column)}${row + 1}`,
            formula,
            stored: value,
            computed: this.compute(formula, sheet),
          },
        ];
      }),
    );
  }

  private compute(formula: string, sheet: Sheet): Value {
    return new Parser(formula, (name, row, column) =>
      this.value(name === null ? sheet : this.named(name), row, column),
    ).whole();
  }

  private named(name: string): Sheet {
    const sheet = this.sheets.find((candidate) => candidate.name === name);
    if (sheet === undefined) throw new Error(`no sheet ${name}`);
    return sheet;
  }

  private value(sheet: Sheet, row: number, column: number): Value {
    const cell = sheet.cells?.get(`${row},${column}`);
    if (cell?.formula !== undefined) return this.compute(cell.formula, sheet);
    const value = sheet.rows[row]?.[column] ?? null;
    return typeof value === 'number' ? value : value === null ? null : String(value);
  }
}

type Read = (sheet: string | null, row: number, column: number) => Value;

class Parser {
  private at = 0;
  private readonly tokens: readonly string[];

  constructor(
    formula: string,
    private readonly read: Read,
  ) {
    this.tokens = formula.match(/'[^']+'!|"[^"]*"|\$?[A-Z]+\$?\d+|[A-Z]+(?=\()|\d+(?:\.\d+)?|[-+*/(),:=]/gu) ?? [];
  }

  whole(): Value {
    const value = this.comparison();
    if (this.at !== this.tokens.length) throw new Error(`unread: ${this.tokens.slice(this.at).join(' ')}`);
    return value;
  }

  private comparison(): Value {
    const left = this.sum();
    return this.take('=') ? Number(left === this.sum()) : left;
  }

  private sum(): Value {
    let value = this.product();
    for (;;) {
      if (this.take('+')) value = Number(value) + Number(this.product());
      else if (this.take('-')) value = Number(value) - Number(this.product());
      else return value;
    }
  }

  private product(): Value {
    let value = this.atom();
    for (;;) {
      if (this.take('*')) value = Number(value) * Number(this.atom());
      else if (this.take('/')) value = Number(value) / Number(this.atom());
      else return value;
    }
  }

  private atom(): Value {
    const token = this.next();
    if (/^\d/u.test(token)) return Number(token);
    if (token === '(') {
      const inner = this.comparison();
      this.expect(')');
      return inner;
    }
    if (token.startsWith('"')) return token.slice(1, -1);
    if (token.startsWith("'")) return this.read(token.slice(1, -2), ...place(this.next()));
    if (/\d$/u.test(token)) return this.read(null, ...place(token));
    return this.call(token);
  }

  private call(name: string): Value {
    this.expect('(');
    const args: Value[][] = [];
    do args.push(this.argument());
    while (this.take(','));
    this.expect(')');
    const [first = [], second = [], third = []] = args;
    if (name === 'ROUND') return roundHalfUp(Number(first[0]), Number(second[0]));
    if (name === 'ROUNDDOWN') return roundDown(Number(first[0]), Number(second[0]));
    if (name === 'MOD') return Number(first[0]) % Number(second[0]);
    if (name === 'SUM') return numbers(first).reduce((total, value) => total + value, 0);
    if (name === 'SUMIF')
      return numbers(third.filter((_, index) => first[index] === second[0])).reduce((total, value) => total + value, 0);
    if (name === 'IF') return (first[0] === 1 ? second[0] : third[0]) ?? null;
    throw new Error(`no function ${name}`);
  }

  private argument(): Value[] {
    const [from, colon, to] = this.tokens.slice(this.at, this.at + 3);
    if (colon !== ':' || from === undefined || to === undefined) return [this.comparison()];
    this.at += 3;
    const [firstRow, firstColumn] = place(from);
    const [lastRow, lastColumn] = place(to);
    const values: Value[] = [];
    for (let row = firstRow; row <= lastRow; row += 1) {
      for (let column = firstColumn; column <= lastColumn; column += 1) values.push(this.read(null, row, column));
    }
    return values;
  }

  private take(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at += 1;
    return true;
  }

  private expect(token: string): void {
    if (!this.take(token)) throw new Error(`${token} expected`);
  }

  private next(): string {
    const token = this.tokens[this.at];
    if (token === undefined) throw new Error('formula ends too early');
    this.at += 1;
    return token;
  }
}

function place(reference: string): [row: number, column: number] {
  const [, letters = '', digits = ''] = /^\$?([A-Z]+)\$?(\d+)$/u.exec(reference) ?? [];
  const column = Array.from(letters).reduce((value, letter) => value * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return [Number(digits) - 1, column];
}

function numbers(values: readonly Value[]): number[] {
  return values.filter((value) => typeof value === 'number');
}

/** As spreadsheets do: half away from zero, on fifteen significant digits. */
function roundHalfUp(value: number, digits: number): number {
  const scaled = Number((value * 10 ** digits).toPrecision(15));
  return (Math.sign(scaled) * Math.round(Math.abs(scaled))) / 10 ** digits;
}

/** Towards zero, on fifteen significant digits. */
function roundDown(value: number, digits: number): number {
  return Math.trunc(Number((value * 10 ** digits).toPrecision(15))) / 10 ** digits;
}
