import type { RequestOutput } from '../../contract';
import { retentions } from '../../domain/backup';
import { type Outcome, readBackupSettings, readOutcome, refusalOf } from './backup-rows';
import type { BackupDeps } from './deps';
import { againAt, nextBackup } from './due';
import type { BackupJobs } from './jobs';
import type { Listing } from './listing';
import { isReachable, type Places } from './places';

interface Deps extends Pick<BackupDeps, 'db' | 'clock'> {
  places: Places;
  listing: Listing;
  jobs: BackupJobs;
  since: () => number | null;
}

export function backupStatus({ db, clock, places, listing, jobs, since }: Deps) {
  return async (): Promise<RequestOutput<'backups.status'>> => {
    const backups = await listing.list();
    const settings = readBackupSettings(db);
    const { version, schedule, hour, weekday, keep } = settings;
    const outcome = readOutcome(db);
    const folder = places.current();
    return {
      version,
      plan: { schedule, hour, weekday, keep },
      folder: { ...folder, reachable: await isReachable(folder) },
      running: jobs.running(),
      doneAt: outcome.doneAt,
      failure: failureOf(outcome),
      nextAt: nextBackup(settings, outcome, since() ?? clock.now(), clock.now()),
      backups,
    };
  };
}

const dayMs = 86_400_000;

export function backupNotice({ db, clock }: Pick<Deps, 'db' | 'clock'>) {
  return (): RequestOutput<'backups.notice'> => {
    const outcome = readOutcome(db);
    const failure = failureOf(outcome);
    const { maxAgeDays } = retentions[readBackupSettings(db).keep];
    return {
      failure: failure && { at: failure.at, error: failure.error },
      doneAt: outcome.doneAt,
      // A day more: one that has had its time goes with the next look at the folder.
      heldUntil: clock.now() + (maxAgeDays + 1) * dayMs,
    };
  };
}

function failureOf(outcome: Outcome): RequestOutput<'backups.status'>['failure'] {
  const again = againAt(outcome);
  const error = refusalOf(outcome);
  if (outcome.failedAt === null || error === null || again === null) return null;
  return { at: outcome.failedAt, error, againAt: again };
}
