// npm start: installs what is missing, builds, and serves the product with its sample contracts.
import { build, installPackages, requireNode } from './prepare.js';

requireNode();
await installPackages();
build();
process.argv.splice(2, 0, 'serve', '--sample');
await import('../.build/src/main.js');
