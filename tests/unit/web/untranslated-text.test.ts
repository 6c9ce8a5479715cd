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

/** Words in a component instead of the catalogue, as `file:line text`. */
function untranslated(fileName: string, text: string): string[] {
  const source = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, words: string) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    found.push(`${fileName}:${String(line + 1)} ${words.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{Letter}/u.test(node.text)) note(node, node.text);
    if (ts.isStringLiteralLike(node) && /\p{Script=Han}/u.test(node.text)) note(node, node.text);
    if (ts.isJsxAttribute(node) && spokenAttributes.has(node.name.getText(source))) {
      const value = node.initializer;
      if (value !== undefined && ts.isStringLiteral(value) && /\p{Letter}/u.test(value.text)) note(node, value.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('components', () => {
  it('take every word from the message catalogue', () => {
    const files = readdirSync(webFolder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));
    expect(files.length).toBeGreaterThan(20);
    const found = files.flatMap((name) =>
      untranslated(relative(projectRoot, join(webFolder, name)), readFileSync(join(webFolder, name), 'utf8')),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['<p>Hello</p>', 1],
    ['<p title="Hello">{m.x}</p>', 1],
    ["const label = '空岗'; const node = <p>{label}</p>;", 1],
    ['<p className="hello">{m.x} · {"–"}</p>', 0],
  ])('are found out: %s', (text, count) => {
    expect(untranslated('example.tsx', text)).toHaveLength(count);
  });
});
