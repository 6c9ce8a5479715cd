import { z } from 'zod';
import { canonicalJson, sha256 } from '../../domain/ledger/journal/journal-hash.js';
import type { Statement } from '../../domain/ledger/statement.js';
import { refuse, type Result } from '../../shared/result.js';
import { statementOfFacts } from '../month-statement/month-statement.js';
import { statementJson } from '../month-statement/statement-json.js';
import type { MonthFacts } from '../preview-vacancies/month-facts.js';
import { factsShape } from './facts-shape.js';

/**
 * 重演文件: a month's facts as one canonical JSON document, with the hash of the statement that they gave and of the
 * document itself. Whoever has it makes the same statement without the database.
 */
const format = 'zhiban-month-1';
const fileShape = z.strictObject({
  format: z.literal(format),
  facts: factsShape,
  /** SHA-256 of the statement as JSON. */
  statement: z.string(),
  hash: z.string(),
});

export function replayText(facts: MonthFacts, statement: Statement): string {
  const workers = facts.workers.map((worker) => ({ ...worker, name: undefined }));
  return sealedText({ format, facts: { ...facts, workers }, statement: sha256(statementJson(statement)) });
}

/**
 * The statement of a replay file. Refuses `invalid-input` for a file that isn't byte for byte as it was written or
 * that another format wrote, `conflict` when this version of the program rules the same facts otherwise.
 */
export function replayedStatement(text: string): Result<Statement> {
  const document = parsed(text);
  if (document === undefined || sealedText(document) !== text) return changed;
  const file = fileShape.safeParse(document);
  if (!file.success) return unknownFormat;
  const statement = statementOfFacts(file.data.facts, 'replay');
  if (!statement.ok) return statement;
  return sha256(statementJson(statement.value)) === file.data.statement ? statement : ruledOtherwise;
}

/** Canonical JSON with the hash of everything else in it; a hash that is already there is replaced. */
function sealedText(document: object): string {
  const content = { ...document, hash: undefined };
  return `${canonicalJson({ ...content, hash: sha256(canonicalJson(content)) })}\n`;
}

function parsed(text: string): object | undefined {
  try {
    const document: unknown = JSON.parse(text);
    return typeof document === 'object' && document !== null ? document : undefined;
  } catch {
    return undefined;
  }
}

const changed = refuse('invalid-input', {
  zh: '文件与其哈希不符：写出后被改动过，或不是重演文件。请向出具方重新索取原文件。',
  en: 'The file does not match its hash: it was changed after it was written, or is no replay file. Ask the sender for the original.',
});
const unknownFormat = refuse('invalid-input', {
  zh: `重演文件的格式不是 ${format}：请用写出该文件的程序版本重演。`,
  en: `The replay file is not of format ${format}: replay it with the version of the program that wrote it.`,
});
const ruledOtherwise = refuse('conflict', {
  zh: '本版程序按同样的事实得出不同的结算单：请用写出该文件的程序版本重演。',
  en: 'This version of the program makes another statement of the same facts: replay it with the version that wrote the file.',
});
