import { parentPort, workerData } from 'node:worker_threads';
import { failedMessage, type TaskMessage, type TaskOrder } from './messages';
import { inThisThread } from './tasks';

/** The entry of the thread: does what it was started for, says what came of it, and ends. */
const { task, input } = workerData as TaskOrder;
const say = (message: TaskMessage) => parentPort?.postMessage(message);

inThisThread(task, input, (stage) => say({ kind: 'stage', stage })).then(
  (output) => say({ kind: 'done', output }),
  (error: unknown) => say(failedMessage(error)),
);
