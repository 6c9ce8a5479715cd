import { Worker } from 'node:worker_threads';

/** Starts a thread with a request, and gives its one answer; the thread ends with it. A thread that dies unanswered rejects. */
export function answerApart<Answer>(file: URL, request: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(file, { workerData: request });
    thread.once('message', (answer: Answer) => {
      resolve(answer);
      void thread.terminate();
    });
    thread.once('error', reject);
    thread.once('exit', (code) => {
      reject(new Error(`The thread ${file.pathname} ended without an answer (${String(code)})`));
    });
  });
}
