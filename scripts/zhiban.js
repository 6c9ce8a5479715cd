// npm run --silent zhiban -- <command>: the command line, installed and built on first use.
import { build, installPackages, requireNode } from './prepare.js';

requireNode();
await installPackages();
// Only `serve` shows pages.
build({ web: process.argv[2] === 'serve' });
await import('../.build/src/main.js');
