import { parentPort, workerData } from 'node:worker_threads';
import { sizeOf, type SizeTask } from './team-size.js';

if (parentPort !== null) {
  const port = parentPort;
  // A failure is left unhandled: it ends the thread, whose starter is told of it.
  void sizeOf(workerData as SizeTask).then((size) => {
    port.postMessage(size);
  });
}
