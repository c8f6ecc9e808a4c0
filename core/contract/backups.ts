import { z } from 'zod';
import { backupKeeps, backupKinds, backupSchedules } from '../domain/backup';
import { nothing, timestamp, version } from './fields';
import { route, sees, writes } from './route';
import { wireError } from './wire-error';

/** Length of a copy's passphrase, in characters. It stands alone between a finder and the data. */
export const passphrase = z
  .string()
  .max(10_000, 'passphrase.too_long')
  .refine((typed) => [...typed.normalize('NFC')].length >= 10, 'passphrase.too_short')
  .refine((typed) => [...typed.normalize('NFC')].length <= 1000, 'passphrase.too_long');

export const backupPlan = z.strictObject({
  schedule: z.enum(backupSchedules),
  /** By this computer's clock. */
  hour: z.number().int().min(0).max(23),
  /** 0: Sunday. Of a weekly schedule. */
  weekday: z.number().int().min(0).max(6),
  keep: z.enum(backupKeeps),
});

/** A backup in one of the desk's two places. */
export const listedBackup = z.strictObject({
  /** Names it in requests; tells nothing of where it lies. */
  id: z.string(),
  /** The file's name. */
  file: z.string(),
  kind: z.enum(backupKinds),
  at: timestamp,
  /** Bytes. */
  size: z.number().int(),
  /** In the data folder, or in the folder of somebody's choice. */
  place: z.enum(['own', 'chosen']),
  /** `otherKey`: made before the key was changed, or by another desk. */
  state: z.enum(['readable', 'otherKey', 'damaged']),
  /** What it holds; `null` when it can't be read. */
  holds: z
    .strictObject({
      organisation: z.string().nullable(),
      people: z.number().int(),
      invitations: z.number().int(),
      sites: z.number().int(),
      visits: z.number().int(),
    })
    .nullable(),
});
export type ListedBackup = z.infer<typeof listedBackup>;

export const backupsStatus = z.strictObject({
  version,
  plan: backupPlan,
  folder: z.strictObject({
    path: z.string(),
    /** The one in the data folder. */
    own: z.boolean(),
    /** `false`: a drive that isn't connected, most likely. */
    reachable: z.boolean(),
  }),
  /** What is being made now. */
  running: z
    .strictObject({ what: z.enum(['backup', 'copy']), stage: z.enum(['copying', 'checking']) })
    .nullable(),
  /** When the last one was whole and checked; `null`: none yet. */
  doneAt: timestamp.nullable(),
  /** The last try, when it didn't work. */
  failure: z.strictObject({ at: timestamp, error: wireError, againAt: timestamp }).nullable(),
  /** `null`: nothing is planned. In the past: it is about to be made. */
  nextAt: timestamp.nullable(),
  /** Newest first. */
  backups: z.array(listedBackup),
});
export type BackupsStatus = z.infer<typeof backupsStatus>;

export const backupsContract = {
  'backups.status': route(sees('backup.read'), nothing, backupsStatus),
  /** What windows of administrators say elsewhere: that the last try didn't work, how long backups hold somebody erased. */
  'backups.notice': route(
    sees('backup.read'),
    nothing,
    z.strictObject({
      failure: z.strictObject({ at: timestamp, error: wireError }).nullable(),
      doneAt: timestamp.nullable(),
      /** By when the last backup is gone that holds what is erased now, as long as the app runs now and then. */
      heldUntil: timestamp,
    }),
  ),
  /**
   * Makes one now and answers when it is whole and checked. Errors: `backup.busy`, `backup.folder_missing`,
   * `backup.folder_unwritable`, `backup.disk_full`, `backup.unsound`, `database.corrupt`.
   */
  'backups.make': route(
    writes('backup.make'),
    nothing,
    z.strictObject({ file: z.string(), size: z.number().int(), people: z.number().int() }),
  ),
  /** Error: `backup.settings_changed`. */
  'backups.updateSettings': route(
    writes('backup.update'),
    z.strictObject({ version, ...backupPlan.shape }),
    z.strictObject({ version }),
  ),
  /**
   * The system's dialog asks for a folder, which holds for every backup from then on. `folder: null`: the person left it.
   * Errors: `backup.folder_unwritable`, `backup.folder_missing`.
   */
  'backups.chooseFolder': route(
    writes('backup.update'),
    nothing,
    z.strictObject({ folder: z.string().nullable() }),
  ),
  /** Back to the folder in the data folder. */
  'backups.useOwnFolder': route(writes('backup.update'), nothing, nothing),
  /**
   * One file for another place, opened by its passphrase alone; the system's dialog asks where it goes. `saved: null`: the
   * person left it. Errors: those of `backups.make`.
   */
  'backups.makeCopy': route(
    writes('backup.copy'),
    z.strictObject({ passphrase }),
    z.strictObject({ saved: z.strictObject({ path: z.string(), size: z.number().int() }).nullable() }),
  ),
  /** Opens the folder in the system's own file manager. Error: `backup.folder_missing`. */
  'backups.showFolder': route(sees('backup.read'), nothing, nothing),
};
