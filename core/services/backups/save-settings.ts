import { resolve } from 'node:path';
import { requireRoom } from '../../backups/files';
import type { ParsedInput, RequestOutput } from '../../contract';
import type { Tx } from '../../db/types';
import { AppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import { changes } from '../audit-log/personal';
import { requireEntitled } from '../entitlement';
import { type KeptSettings, readBackupSettings, saveBackupSettings } from './backup-rows';
import type { BackupDeps } from './deps';

type Deps = Pick<BackupDeps, 'db' | 'announce' | 'ownFolder'>;

/** When backups are made and how long they stay. Error: `backup.settings_changed`. */
export function backupPlanUpdate(deps: Deps) {
  return (
    actor: Actor,
    { version, ...plan }: ParsedInput<'backups.updateSettings'>,
  ): RequestOutput<'backups.updateSettings'> =>
    change(deps, actor, (before) => {
      if (before.version !== version) throw new AppError('backup.settings_changed');
      return { ...before, ...plan };
    });
}

/**
 * @param path as the system's dialog answered it, or `null` for the one in the data folder. Errors: `backup.folder_missing`,
 *   `backup.folder_unwritable`.
 */
export function backupFolderChoice(deps: Deps) {
  return (actor: Actor, path: string | null): void => {
    const folder = path === null || resolve(path) === deps.ownFolder ? null : resolve(path);
    if (folder !== null) requireRoom({ path: folder, own: false }, 0);
    change(deps, actor, (before) => ({ ...before, folder }));
  };
}

function change(
  { db, announce }: Deps,
  actor: Actor,
  changed: (before: KeptSettings) => KeptSettings,
): { version: number } {
  return db.write(actor.userId, (tx) => {
    requireEntitled(tx, actor, 'backup.update');
    const before = readBackupSettings(tx);
    const after = { ...changed(before), version: before.version + 1 };
    saveBackupSettings(tx, after);
    note(tx, before, after);
    tx.afterCommit(() => announce({ kind: 'backups' }));
    return { version: after.version };
  });
}

const audited = ['schedule', 'hour', 'weekday', 'keep', 'folder'] as const;

function note(tx: Tx, before: KeptSettings, after: KeptSettings): void {
  const fields = audited.map((name) => [name, { before: before[name], after: after[name] }] as const);
  tx.audit({ action: 'backup.update', data: changes(Object.fromEntries(fields)) });
}
