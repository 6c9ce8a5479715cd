// npm run check: types, lint, format, import rules, dead code, generated docs.
import { installPackages, requireNode } from './prepare.js';
import { runChecks } from './checks.js';

requireNode();
await installPackages();
const { failed } = await runChecks();
process.exitCode = failed.length === 0 ? 0 : 1;
