import { waitAfter } from '../../core/domain/back-off';
import { AppError } from '../../core/errors/app-error';

/** Counts what didn't fit, and says how long nothing is looked at because of it. */
interface Counter {
  /** Ms. */
  waitMs(): number;
  noteFailure(): void;
}

export type Attempts = <T>(attempt: () => Promise<T>) => Promise<T>;

/**
 * Holds up who tries keys or passphrases one after the other, as codes are held up elsewhere. What is refused destroys nothing.
 * Error: `restore.wait`.
 * @param isWrong whether an attempt failed because of what was typed
 */
export function heldUp(counter: Counter, isWrong: (error: unknown) => boolean): Attempts {
  function refuseWhileWaiting(): void {
    const wait = counter.waitMs();
    if (wait > 0) throw new AppError('restore.wait', { waitSeconds: Math.ceil(wait / 1000) });
  }

  return async (attempt) => {
    refuseWhileWaiting();
    try {
      return await attempt();
    } catch (error) {
      if (isWrong(error)) {
        counter.noteFailure();
        refuseWhileWaiting();
      }
      throw error;
    }
  };
}

/** For as long as the app runs. @param elapsed milliseconds that only ever go forward */
export function countInMemory(elapsed: () => number): Counter {
  let failures = 0;
  let blockedUntil = 0;
  return {
    waitMs: () => Math.max(0, blockedUntil - elapsed()),
    noteFailure() {
      failures += 1;
      blockedUntil = elapsed() + (waitAfter(failures) ?? 0);
    },
  };
}
