import { retentions } from '../../domain/backup';
import { readBackupSettings, readOutcome } from './backup-rows';
import type { BackupDeps } from './deps';
import { nextBackup } from './due';
import type { BackupJobs } from './jobs';
import type { MakeAndNote } from './make-and-note';
import type { Places } from './places';

export interface BackupSchedule {
  /** On every tick: begins what is due, off this thread. */
  tick(): void;
}

interface Deps extends BackupDeps {
  jobs: BackupJobs;
  places: Places;
  make: MakeAndNote;
  since: () => number | null;
}

/** Somebody who starts the app wants to sign in: what was missed waits that long, ms. */
const restMs = 5000;
/** Backups age while none is made: looked at this often, ms. */
const tidyMs = 12 * 3_600_000;

/** Backups by the wall clock, whether the app was running at their hour or not. */
export function backupSchedule({
  db,
  clock,
  key,
  elapsed,
  background,
  jobs,
  places,
  make,
  since,
  fault,
}: Deps): BackupSchedule {
  const startedAt = elapsed();
  /** Whether what a kill left behind is gone; `null`: not looked at yet. */
  let cleared: boolean | null = null;
  let tidiedAt: number | null = null;

  /** Nothing of ours is under way yet: whatever lies there half made was left by a kill. */
  function clear(): void {
    cleared = false;
    const order = { folders: places.all().map(({ path }) => path), databasePath: db.path };
    const clearing = background('removeLeftovers', order)
      .catch(fault)
      .then(() => {
        cleared = true;
      });
    jobs.first(clearing);
  }

  function tidyIfDue(now: number): void {
    if (tidiedAt !== null && Math.abs(now - tidiedAt) < tidyMs) return;
    tidiedAt = now;
    const { keep } = readBackupSettings(db);
    // A folder that can't be reached is tidied when it is there again.
    background('tidyFolders', { folders: places.all(), key, retention: retentions[keep], now }).catch(
      () => undefined,
    );
  }

  return {
    tick() {
      if (elapsed() - startedAt < restMs || jobs.running() !== null) return;
      if (cleared !== true) {
        if (cleared === null) clear();
        return;
      }
      const organisedAt = since();
      if (organisedAt === null) return;
      const now = clock.now();
      const next = nextBackup(readBackupSettings(db), readOutcome(db), organisedAt, now);
      // What goes wrong is noted with the outcome, and shown.
      if (next !== null && next <= now) void make(null, 'scheduled').catch(() => undefined);
      else tidyIfDue(now);
    },
  };
}
