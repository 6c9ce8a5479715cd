import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';

/**
 * So many bytes of a WebAssembly function run before V8 optimises it. With its own 1.8 million nearly every function that runs at all is optimised,
 * which takes a hall week 1.9 s of processor time from the very cores that are solving it, and gains a quarter of what optimised code runs.
 */
const tieringBudget = 400_000_000;
setFlagsFromString(`--wasm-tiering-budget=${tieringBudget}`);

let code: WebAssembly.Module | undefined;

/**
 * Keeps the engine's machine code for the life of the process. V8 compiles WebAssembly bit by bit as it runs, shares the code among the threads
 * that load the same bytes, and forgets it with the last of them: without this every thread begins anew, which takes a small model
 * several times as long as solving it. To be called while a thread has the code: then this finds it ready.
 */
export function keepHighsCode(): void {
  code ??= new WebAssembly.Module(readFileSync(createRequire(import.meta.url).resolve('highs/runtime')));
}
