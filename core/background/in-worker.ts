import { Worker, type WorkerOptions } from 'node:worker_threads';
import { errorOf, type TaskMessage, type TaskOrder } from './messages';
import type { Background, TaskOutput } from './tasks';

/**
 * Runs each task in a thread of its own, which ends with it.
 * @param entry the built `worker.ts`
 */
export function inWorker(entry: string | URL, options: WorkerOptions = {}): Background {
  return (task, input, tell = () => undefined) =>
    new Promise((resolve, reject) => {
      const order: TaskOrder<typeof task> = { task, input };
      const worker = new Worker(entry, { ...options, workerData: order });
      worker.on('message', (message: TaskMessage) => {
        if (message.kind === 'stage') tell(message.stage);
        else if (message.kind === 'done') resolve(message.output as TaskOutput<typeof task>);
        else reject(errorOf(message));
      });
      worker.on('error', reject);
      // Too late to matter when it has answered.
      worker.on('exit', (code) => reject(new Error(`A task ended without an answer: ${code}`)));
    });
}
