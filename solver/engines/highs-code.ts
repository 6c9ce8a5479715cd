import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';

/**
 * V8 optimises code that has run for a moment, in threads of its own: good for a program that runs for hours, but a hall's week is solved in threads
 * that live for seconds, on two cores, and paid more for optimising them than it got back. So code has to run for longer first. Bytes of a
 * WebAssembly function (V8 has 1.8 million): 400 million saved 1.1–1.6 s of 4 s of the engine's processor time. Bytes of a JavaScript function (V8 has 66
 * thousand): eight times that saved 1 s of 8 s of the whole.
 */
const bytesBeforeOptimised = { wasm: 400_000_000, javascript: 528 * 1024 };
setFlagsFromString(`--wasm-tiering-budget=${bytesBeforeOptimised.wasm}`);
setFlagsFromString(`--interrupt-budget=${bytesBeforeOptimised.javascript}`);

let code: WebAssembly.Module | undefined;

/**
 * Keeps the engine's machine code for the life of the process. V8 compiles WebAssembly bit by bit as it runs, shares the code among the threads
 * that load the same bytes, and forgets it with the last of them: without this every thread begins anew, which takes a small model
 * several times as long as solving it. To be called while a thread has the code: then this finds it ready.
 */
export function keepHighsCode(): void {
  code ??= new WebAssembly.Module(readFileSync(createRequire(import.meta.url).resolve('highs/runtime')));
}
