import type { RequestOutput } from '../core/contract';
import { runningRefusal } from '../core/db/sqlite-errors';
import { AppError, isAppError } from '../core/errors/app-error';
import type { Announce } from '../core/ports';

export interface Health {
  status(): RequestOutput<'health.status'>;
  /** The refusal behind an error of the database, `null` when it is something else. Damage is taken note of. */
  refusalOf(error: unknown): AppError | null;
  /** Something went on in spite of damage it found. */
  damaged(): void;
}

interface Parts {
  databasePath: string;
  announce: Announce;
  /** Into the log, once. */
  found: (refusal: AppError) => void;
}

/**
 * Damage that shows while the app runs, in a request or on a tick. A start reads the first page of everything; what lies deeper
 * shows when somebody needs it. It is said until the database is opened anew: what is damaged doesn't heal.
 */
export function createHealth({ databasePath, announce, found }: Parts): Health {
  let damaged = false;

  function note(refusal: AppError | null): void {
    // A backup that is looked into is a database too, and says nothing of this one.
    if (!isAppError(refusal, 'database.corrupt') || refusal.data.path !== databasePath || damaged) return;
    damaged = true;
    found(refusal);
    announce({ kind: 'health' });
  }

  return {
    status: () => ({ damaged }),
    refusalOf(error) {
      const refusal = isAppError(error) ? error : runningRefusal(error, databasePath);
      note(refusal);
      return refusal;
    },
    damaged: () => note(new AppError('database.corrupt', { path: databasePath })),
  };
}
