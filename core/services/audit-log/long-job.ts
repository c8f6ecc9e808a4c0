import { AppError } from '../../errors/app-error';
import { createPace } from './pace';

/** What a walk through the whole log hears from outside, and tells. */
export interface LongJob {
  signal: AbortSignal;
  /** Called every now and then. What it throws ends the job. */
  progress(done: number, total: number): void;
}

const everyMs = 100;

/** To be awaited at each entry: gives others their turn, tells how far it is, stops when it is told to. Error: `audit.cancelled`. */
export function steps({ signal, progress }: LongJob, total: number) {
  const pace = createPace();
  let told = performance.now();
  return async (done: number): Promise<void> => {
    if (signal.aborted) throw new AppError('audit.cancelled');
    const now = performance.now();
    if (now - told >= everyMs) {
      told = now;
      progress(done, Math.max(done, total));
    }
    await pace();
  };
}
