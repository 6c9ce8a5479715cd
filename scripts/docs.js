// npm run docs: copies the rule table of solver/README.md into README.md. With --check it only compares,
// and also fails when a rule lacks its solver rows, its checker or its test.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './prepare.js';

const check = process.argv.includes('--check');
const table = ruleTable(readFileSync(join(root, 'solver/README.md'), 'utf8'));
const readmeFile = join(root, 'README.md');
const readme = readFileSync(readmeFile, 'utf8');
const place = /(<!-- rules:start -->)[\s\S]*?(<!-- rules:end -->)/u;
if (!place.test(readme) || table.names.length === 0) {
  throw new Error('The rule table or its place in README.md was not found');
}
const wanted = readme.replace(place, `$1\n\n${table.text}\n\n$2`);

const problems = table.names.flatMap((name) => {
  const file = name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
  return [`solver/rules/${file}.ts`, `solver/check/${file}.ts`, `tests/unit/rules/${file}.test.ts`]
    .filter((path) => !existsSync(join(root, path)))
    .map((path) => `rule ${name}: ${path} is missing`);
});
if (check && wanted !== readme) problems.push('README.md: the rule table is out of date; run npm run docs');
if (!check) writeFileSync(readmeFile, wanted);
for (const problem of problems) say(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

/** The first table below `## Rules`, and the rule names in its first column. */
function ruleTable(markdown) {
  const text = /## Rules\s+((?:\|.*\n)+)/u.exec(markdown)?.[1]?.trimEnd() ?? '';
  const names = [...text.matchAll(/^\| `(\w+)`/gmu)].map(([, name]) => name);
  return { text, names };
}
