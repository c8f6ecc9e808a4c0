import type { ParsedInput, RequestOutput } from '../../contract';
import { AppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import type { ServiceDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import { readMailSettings, removeMailSettings } from './settings-rows';

/** This desk sends no more mail; the password goes too. What is queued waits. Error: `mail.changed_meanwhile`. */
export function mailSettingsRemoval({ db, announce }: Pick<ServiceDeps, 'db' | 'announce'>) {
  return (actor: Actor, { version }: ParsedInput<'mail.remove'>): RequestOutput<'mail.remove'> =>
    db.write(actor.userId, (tx) => {
      requireEntitled(tx, actor, 'mail.update');
      const before = readMailSettings(tx);
      if ((before?.version ?? 0) !== version) throw new AppError('mail.changed_meanwhile');
      if (before === null) return { version: 0 };
      removeMailSettings(tx);
      tx.audit({ action: 'mail.remove', data: { host: before.host, port: before.port } });
      tx.afterCommit(() => announce({ kind: 'mail' }));
      return { version: 0 };
    });
}
