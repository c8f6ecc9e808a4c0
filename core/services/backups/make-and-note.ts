import type { ReadableBackup } from '../../backups/read-backup';
import { type BackupKind, retentions } from '../../domain/backup';
import { AppError, isAppError } from '../../errors/app-error';
import type { ErrorCode } from '../../errors/catalogue';
import { readBackupSettings, readOutcome, refusalOf, saveOutcome } from './backup-rows';
import type { BackupDeps } from './deps';
import type { BackupJobs } from './jobs';
import type { Places } from './places';

export type MakeAndNote = (actorId: string | null, kind: BackupKind) => Promise<ReadableBackup>;

/**
 * Makes a backup where they go now, takes away those that have had their day, and notes what came of it: the entry in the log
 * tells what was made or why it wasn't. Errors: those of `makeBackup`, `backup.busy`.
 */
export function makeAndNote(
  deps: BackupDeps & { jobs: BackupJobs; places: Places; isOpen: () => boolean },
): MakeAndNote {
  const { db, clock, key, background, jobs, places, isOpen, fault } = deps;

  async function tidy(): Promise<number> {
    const { keep } = readBackupSettings(db);
    const order = { folders: places.all(), key, retention: retentions[keep], now: clock.now() };
    return (await background('tidyFolders', order)).length;
  }

  function noteDone(actorId: string | null, kind: BackupKind, made: ReadableBackup, removed: number): void {
    const { file, size, facts } = made;
    db.write(actorId, (tx) => {
      saveOutcome(tx, { doneAt: tx.now, failedAt: null, failure: null, failures: 0 });
      tx.audit({ action: 'backup.make', data: { kind, file, size, people: facts.people, removed } });
    });
  }

  /** A failure that goes on is one entry, however often it is tried again. */
  function noteFailed(actorId: string | null, kind: BackupKind, error: unknown): void {
    const known = isAppError<ErrorCode>(error) ? error : new AppError('request.failed', { id: fault(error) });
    const refusal = known.toWire();
    const failure = JSON.stringify(refusal);
    db.write(actorId, (tx) => {
      const before = readOutcome(tx);
      saveOutcome(tx, { ...before, failedAt: tx.now, failure, failures: before.failures + 1 });
      if (actorId !== null || refusalOf(before)?.code !== refusal.code)
        tx.audit({ action: 'backup.fail', data: { kind, reason: refusal.code } });
    });
  }

  return (actorId, kind) =>
    jobs.run('backup', async (stage) => {
      const order = { databasePath: db.path, key, folder: places.current(), kind, now: clock.now() };
      try {
        const made = await background('makeBackup', order, stage);
        // Nothing is lost by what can't be removed now: the next one tries again.
        const removed = await tidy().catch(() => 0);
        if (isOpen()) noteDone(actorId, kind, made, removed);
        return made;
      } catch (error) {
        if (isOpen()) noteFailed(actorId, kind, error);
        throw error;
      }
    });
}
