import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { Actor } from '../actor';
import { requireEntitled } from '../entitlement';
import type { BackupDeps } from './deps';
import type { BackupJobs } from './jobs';

/**
 * A copy that leaves the desk needs grant and stored role when it begins and when it is there: there is none that nobody is
 * answerable for. Errors: `access.*`, `backup.busy`, those of `makeCopy`.
 * @param path as the system's dialog answered it
 */
export function copyElsewhere({ db, key, background, jobs }: BackupDeps & { jobs: BackupJobs }) {
  return async (actor: Actor, passphrase: string, path: string): Promise<{ path: string; size: number }> => {
    db.write(actor.userId, (tx) => requireEntitled(tx, actor, 'backup.copy'));
    const { size, facts } = await jobs.run('copy', (stage) =>
      background('makeCopy', { databasePath: db.path, key, passphrase, path }, stage),
    );
    try {
      db.write(actor.userId, (tx) => {
        requireEntitled(tx, actor, 'backup.copy');
        tx.audit({ action: 'backup.copy', data: { file: basename(path), size, people: facts.people } });
      });
    } catch (error) {
      rmSync(path, { force: true });
      throw error;
    }
    return { path, size };
  };
}
