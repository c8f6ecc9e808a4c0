import { z } from 'zod';
import { backupKinds } from '../domain/backup';
import { nothing, timestamp } from './fields';
import { restorePreview } from './restore-preview';
import { open, route, writes } from './route';

/** Which backup: one of those the desk finds, or the file that was chosen last in this window's dialog. */
const source = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('list'), id: z.string().max(300) }),
  z.strictObject({ from: z.literal('file') }),
]);
export type RestoreSource = z.infer<typeof source>;

/** What opens it, where the key at hand doesn't: as typed. */
const toOpen = z.strictObject({
  source,
  recoveryKey: z.string().max(500).nullable(),
  passphrase: z.string().max(10_000).nullable(),
});
export type BackupToOpen = z.infer<typeof toOpen>;

/** A file as it was chosen: only main knows where it lies. */
const chosenFile = z.strictObject({
  file: z.string(),
  /** What has to be typed before it can be opened. */
  opensWith: z.enum(['key', 'recoveryKey', 'passphrase']),
});
export type ChosenFile = z.infer<typeof chosenFile>;

/** A backup that a desk which can't be opened has found. */
const foundBackup = z.strictObject({
  id: z.string(),
  file: z.string(),
  kind: z.enum(backupKinds),
  at: timestamp,
  place: z.enum(['own', 'chosen']),
  state: z.enum(['readable', 'otherKey', 'damaged']),
  people: z.number().int().nullable(),
});
export type FoundBackup = z.infer<typeof foundBackup>;

const chosen = z.strictObject({ chosen: chosenFile.nullable() });

export const restoreContract = {
  /** The system's dialog asks for a file; `chosen: null`: the person left it. Error: `restore.not_a_backup`. */
  'restore.choose': route(writes('backup.restore'), nothing, chosen),
  /**
   * What restoring would change. Takes seconds where there are many people. Errors: `backup.busy`, `backup.gone`,
   * `backup.damaged`, `backup.other_key`, `backup.passphrase_wrong`, `backup.copy_*`, `restore.*`, `database.disk_full`.
   */
  'restore.compare': route(writes('backup.restore'), toOpen, restorePreview),
  /**
   * Restores it over this organisation, whose state is kept first. Every window is at the sign-in screen when it is done.
   * Errors: those of `restore.compare`, and those of making a backup.
   */
  'restore.run': route(writes('backup.restore'), toOpen, nothing),

  /** The same for a desk without an organisation, or whose database can't be opened. Else: `setup.already_done`. */
  'rescue.found': route(open, nothing, z.strictObject({ backups: z.array(foundBackup) })),
  'rescue.choose': route(open, nothing, chosen),
  'rescue.compare': route(open, toOpen, restorePreview),
  'rescue.run': route(open, toOpen, nothing),
};
