import type { RequestOutput } from '../../contract';
import type { Actor } from '../actor';
import { requireEntitled } from '../entitlement';
import { copyElsewhere } from './copy-elsewhere';
import type { BackupDeps } from './deps';
import { createBackupJobs } from './jobs';
import { createListing } from './listing';
import { makeAndNote } from './make-and-note';
import { createPlaces } from './places';
import { backupFolderChoice, backupPlanUpdate } from './save-settings';
import { backupSchedule } from './scheduling';
import { backupNotice, backupStatus } from './status';

export type BackupService = ReturnType<typeof createBackups>;

/**
 * The desk's backups: when they are made, where, and what there is. Writes `backup_settings` and `backup_outcome`. Whole files
 * are read and written by `background`, off the thread that answers windows.
 */
export function createBackups(outside: BackupDeps) {
  const { db } = outside;
  let open = true;
  const jobs = createBackupJobs(outside);
  const places = createPlaces(outside);
  const listing = createListing({ ...outside, places });
  const since = () =>
    db.statement<{ at: number }>('select created_at as at from organisation where deleted_hlc is null').get()
      ?.at ?? null;
  const deps = { ...outside, jobs, places, listing, since, isOpen: () => open };
  const make = makeAndNote(deps);
  return {
    status: backupStatus(deps),
    notice: backupNotice(deps),
    async make(actor: Actor): Promise<RequestOutput<'backups.make'>> {
      db.write(actor.userId, (tx) => requireEntitled(tx, actor, 'backup.make'));
      const { file, size, facts } = await make(actor.userId, 'manual');
      return { file, size, people: facts.people };
    },
    updateSettings: backupPlanUpdate(deps),
    chooseFolder: backupFolderChoice(deps),
    makeCopy: copyElsewhere(deps),
    /** Where backups go now. */
    folder: places.current,
    /** The path behind an id of the list. Error: `backup.gone`. */
    find: listing.find,
    schedule: backupSchedule({ ...deps, make }),
    settled: jobs.settled,
    /** The database closes: what is under way ends by itself and is noted nowhere; the next start finds it due. */
    stop() {
      open = false;
    },
  };
}
