import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../../../src/adapters/system/project-root.js';

const webFolder = join(projectRoot, 'src/web');

/** Attributes whose text reaches a person's eye or ear. */
const spokenAttributes = new Set([
  'title',
  'placeholder',
  'alt',
  'label',
  'aria-label',
  'okText',
  'cancelText',
  'description',
]);

/** Chinese that people paste into a cell: read there, shown nowhere. */
const pasted = 'src/web/roster/edit/shift-choice.ts:';

/** A word of a language; `h` or `%` is a sign, and what compares isn't shown. */
const isWord = (text: string) => /\p{Script=Han}|\p{Letter}{2,}/u.test(text);
const isNoComparison = (node: ts.Expression) =>
  !ts.isBinaryExpression(node.parent) || !/[=<>]/u.test(node.parent.operatorToken.getText());

/** Words in a component instead of the catalogue, as `file:line text`. */
function untranslated(fileName: string, text: string): string[] {
  const source = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, words: string) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    found.push(`${fileName}:${String(line + 1)} ${words.trim()}`);
  };
  /** Words that an expression puts on the page itself: a text, either side of a choice, a text with values in it. */
  const noteWords = (node: ts.Expression | undefined): void => {
    if (node === undefined) return;
    if (ts.isParenthesizedExpression(node)) noteWords(node.expression);
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(noteWords);
    else if (ts.isBinaryExpression(node)) [node.left, node.right].filter(isNoComparison).forEach(noteWords);
    else if (ts.isStringLiteralLike(node) && isWord(node.text)) note(node, node.text);
    else if (ts.isTemplateExpression(node))
      for (const { text: words } of [node.head, ...node.templateSpans.map((span) => span.literal)])
        if (isWord(words)) note(node, words);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{Letter}/u.test(node.text)) note(node, node.text);
    const isPiece = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (isPiece && /\p{Script=Han}/u.test(node.text)) note(node, node.text);
    if (ts.isJsxAttribute(node) && spokenAttributes.has(node.name.getText(source))) {
      const value = node.initializer;
      if (value !== undefined && ts.isStringLiteral(value) && /\p{Letter}/u.test(value.text)) note(node, value.text);
      if (value !== undefined && ts.isJsxExpression(value)) noteWords(value.expression);
    }
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) noteWords(node.expression);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('components', () => {
  it('take every word from the message catalogue', () => {
    const files = readdirSync(webFolder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.tsx?$/u.test(name) && !name.startsWith('messages'),
    );
    expect(files.length).toBeGreaterThan(20);
    const found = files.flatMap((name) =>
      untranslated(relative(projectRoot, join(webFolder, name)), readFileSync(join(webFolder, name), 'utf8')),
    );
    expect(found.filter((one) => !one.startsWith(pasted))).toEqual([]);
  });

  it.each([
    ['<p>Hello</p>', 1],
    ['<p title="Hello">{m.x}</p>', 1],
    ["const label = '空岗'; const node = <p>{label}</p>;", 1],
    ["<p>{isDone ? 'Done' : m.x}</p>", 1],
    ['<p>{`${count} people`}</p>', 1],
    ["<p aria-label={isOpen ? 'Close' : m.open} />", 1],
    ['const label = `共 ${count} 项`;', 2],
    ['<p className="hello">{m.x} · {"–"}</p>', 0],
    ["<p className={isHere ? 'is-here' : ''}>{side === 'left' ? m.a : `${m.b} h`}</p>", 0],
  ])('are found out: %s', (text, count) => {
    expect(untranslated('example.tsx', text)).toHaveLength(count);
  });
});
