// npm run build: the program and its pages, into .build.
import { build, installPackages, requireNode } from './prepare.js';

requireNode();
await installPackages();
build();
