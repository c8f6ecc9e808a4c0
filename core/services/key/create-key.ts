import type { ParsedInput } from '../../contract';
import type { Tx } from '../../db/types';
import { AppError } from '../../errors/app-error';
import type { StartPassphrase } from '../../ports';
import type { Actor } from '../actor';
import { passwordContext, requirePassword } from '../credentials/password-rules';
import type { UseCaseDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import { requireOrganisation } from '../organisation/organisation-rows';
import type { OwnPassword } from '../sessions/own-password';
import { requireUser } from '../users/user-rows';

type Deps = Pick<UseCaseDeps, 'db' | 'announce' | 'commonPasswords'> & { ownPassword: OwnPassword };

/** What was tried while the database wasn't open. */
export interface Tries {
  passphrase: { failures: number };
  recovery: { failures: number };
  /** A recovery key was taken. */
  recovered: boolean;
}

/** What protects the database's key, as far as people decide on it. */
export function createKey({ db, announce, commonPasswords, ownPassword }: Deps) {
  function changed(tx: Tx): void {
    tx.afterCommit(() => announce({ kind: 'organisation' }));
  }

  const subject = (tx: Tx) => ({ type: 'organisation', id: requireOrganisation(tx).id }) as const;

  return {
    /** Errors: `sign_in.password_wrong`, `password.*`. */
    async setPassphrase(
      actor: Actor,
      { password, passphrase }: ParsedInput<'key.setPassphrase'>,
      store: StartPassphrase,
    ): Promise<Record<string, never>> {
      const verified = await ownPassword.verify(actor.userId, password);
      const lay = await store.preparePassphrase(passphrase);
      return db.write(actor.userId, (tx) => {
        requireEntitled(tx, actor, 'security.update');
        ownPassword.requireStill(tx, actor.userId, verified);
        const person = requireUser(tx, actor.userId);
        const role = person.role ?? actor.role;
        requirePassword(passphrase, passwordContext(tx, { ...person, role, siteNames: [] }), commonPasswords);
        const action = store.hasPassphrase() ? 'key.change_passphrase' : 'key.set_passphrase';
        tx.audit({ action, subject: subject(tx) });
        changed(tx);
        // Last: what it throws undoes the entry.
        lay();
        return {};
      });
    },

    /** Errors: `sign_in.password_wrong`, `key.no_passphrase`. */
    async removePassphrase(
      actor: Actor,
      { password }: ParsedInput<'key.removePassphrase'>,
      store: StartPassphrase,
    ): Promise<Record<string, never>> {
      const verified = await ownPassword.verify(actor.userId, password);
      const take = await store.preparePassphrase(null);
      return db.write(actor.userId, (tx) => {
        requireEntitled(tx, actor, 'security.update');
        ownPassword.requireStill(tx, actor.userId, verified);
        if (!store.hasPassphrase()) throw new AppError('key.no_passphrase');
        tx.audit({ action: 'key.remove_passphrase', subject: subject(tx) });
        changed(tx);
        take();
        return {};
      });
    },

    /** Whether that person may change the key: it happens when nobody has the database open. Error: `sign_in.password_wrong`. */
    async requireChange(actor: Actor, { password }: ParsedInput<'key.change'>): Promise<void> {
      const verified = await ownPassword.verify(actor.userId, password);
      db.write(actor.userId, (tx) => {
        requireEntitled(tx, actor, 'security.update');
        ownPassword.requireStill(tx, actor.userId, verified);
      });
    },

    /** Tells the log, now that it can be written, what was tried before. */
    noteTries({ passphrase, recovery, recovered }: Tries): void {
      if (passphrase.failures + recovery.failures === 0 && !recovered) return;
      db.write(null, (tx) => {
        const denied = (action: 'key.unlock' | 'key.recover', failures: number) => {
          if (failures > 0) tx.audit({ action, outcome: 'denied', data: { attempts: failures } });
        };
        denied('key.unlock', passphrase.failures);
        denied('key.recover', recovery.failures);
        if (recovered) tx.audit({ action: 'key.recover' });
      });
    },
  };
}

export type KeyService = ReturnType<typeof createKey>;
