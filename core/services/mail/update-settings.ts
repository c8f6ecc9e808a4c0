import type { ParsedInput, RequestOutput } from '../../contract';
import { isThisComputer } from '../../domain/mail';
import { AppError } from '../../errors/app-error';
import type { Vault } from '../../ports';
import type { Actor } from '../actor';
import { changes } from '../audit-log/personal';
import type { ServiceDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import { makeAllDue } from './queue';
import { type MailSettings, readMailSettings, saveMailSettings } from './settings-rows';

type Deps = Pick<ServiceDeps, 'db' | 'announce'> & { vault: Vault };
type Input = ParsedInput<'mail.update'>;

/**
 * The mail server of this desk. Whatever waits is due at once: most likely this is what it waited for.
 * Errors: `mail.changed_meanwhile`, `mail.plain_elsewhere`, `mail.password_again`.
 */
export function mailSettingsUpdate({ db, announce, vault }: Deps) {
  return (actor: Actor, input: Input): RequestOutput<'mail.update'> => {
    if (input.security === 'none' && !isThisComputer(input.host)) throw new AppError('mail.plain_elsewhere');
    return db.write(actor.userId, (tx) => {
      requireEntitled(tx, actor, 'mail.update');
      const before = readMailSettings(tx);
      if ((before?.version ?? 0) !== input.version) throw new AppError('mail.changed_meanwhile');
      const after = changed(before, input, tx.now);
      saveMailSettings(tx, after);
      makeAllDue(tx);
      tx.audit({ action: 'mail.update', data: difference(before, after, input.password !== null) });
      tx.afterCommit(() => announce({ kind: 'mail' }));
      return { version: after.version };
    });
  };

  function changed(before: MailSettings | null, { password, ...given }: Input, now: number): MailSettings {
    const sameServer =
      before?.host === given.host && before.port === given.port && before.security === given.security;
    return {
      ...given,
      fromAddress: given.fromAddress.trim(),
      // A server in the place of one that was removed begins where that one can't have been: an old form is stale.
      version: before === null ? now : before.version + 1,
      sealedPassword: sealed(before, { host: given.host, password }),
      // A certificate was trusted for that server, not for another.
      trustedCertificate: sameServer ? before.trustedCertificate : null,
    };
  }

  /**
   * `null`: the one that is there stays, with its server: another one would be handed a password that wasn't meant for it.
   * Empty: none.
   */
  function sealed(
    before: MailSettings | null,
    { host, password }: Pick<Input, 'host' | 'password'>,
  ): string | null {
    if (password === null) {
      const kept = before?.sealedPassword ?? null;
      if (kept !== null && before?.host.toLowerCase() !== host.toLowerCase())
        throw new AppError('mail.password_again');
      return kept;
    }
    return password === '' ? null : vault.seal(password);
  }
}

const audited = ['host', 'port', 'security', 'userName', 'fromAddress', 'language'] as const;

/** Before → after, without the password: only that another one was given. */
function difference(before: MailSettings | null, after: MailSettings, passwordGiven: boolean) {
  const fields = audited.map(
    (name) => [name, { before: before?.[name] ?? null, after: after[name] }] as const,
  );
  return { ...changes(Object.fromEntries(fields)), passwordGiven };
}
