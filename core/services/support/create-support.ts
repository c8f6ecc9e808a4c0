import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import type { Background } from '../../background/tasks';
import { bundleName, bundleOf } from '../../doctor/bundle';
import type { FolderToExamine } from '../../doctor/examine-folder';
import { AppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import type { ServiceDeps } from '../deps';
import { requireEntitled } from '../entitlement';

interface Deps extends Pick<ServiceDeps, 'db'> {
  background: Background;
  /** The desk as it is now. */
  patient: () => FolderToExamine;
}

/** The support bundle, made by the app itself. */
export interface Support {
  /** Without its extension. */
  fileName(): string;
  /**
   * Looks through the desk's folder and writes what was found, readable by its owner only. It tells nothing about anybody, and all
   * the same it leaves the desk: so there is an entry about it, or no file. Errors: `access.*`, `file.not_saved`.
   */
  save(actor: Actor, path: string): Promise<{ wrong: number }>;
}

export function createSupport({ db, background, patient }: Deps): Support {
  async function save(actor: Actor, path: string): Promise<{ wrong: number }> {
    db.write(actor.userId, (tx) => requireEntitled(tx, actor, 'support.save'));
    const report = await background('examine', patient());
    const wrong = report.findings.filter(({ severity }) => severity === 'wrong').length;
    write(path, bundleOf(report));
    try {
      db.write(actor.userId, (tx) => {
        requireEntitled(tx, actor, 'support.save');
        tx.audit({ action: 'support.save', data: { wrong } });
      });
    } catch (error) {
      rmSync(path, { force: true });
      throw error;
    }
    return { wrong };
  }

  return { fileName: () => bundleName({ madeAt: patient().now }), save };
}

function write(path: string, content: Buffer): void {
  try {
    writeFileSync(path, content, { mode: 0o600 });
    // One that was there keeps its own.
    chmodSync(path, 0o600);
  } catch (cause) {
    throw new AppError('file.not_saved', {}, { cause });
  }
}
