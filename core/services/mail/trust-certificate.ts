import type { ParsedInput, RequestOutput } from '../../contract';
import { AppError } from '../../errors/app-error';
import type { MailPorts } from '../../ports';
import type { Actor } from '../actor';
import { changes } from '../audit-log/personal';
import type { ServiceDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import { MailFailure } from './mail-failure';
import { makeAllDue } from './queue';
import { type MailSettings, readMailSettings, saveMailSettings } from './settings-rows';

type Deps = Pick<ServiceDeps, 'db' | 'announce'> & Pick<MailPorts, 'transport'>;

/** A person waits. */
const patienceMs = 20_000;

/**
 * Trusts the one certificate that somebody has looked at, if the server shows it now and a connection can be made with it; or none
 * but by the system's rules. Errors: `mail.not_set_up`, `mail.changed_meanwhile`, `mail.other_certificate`, `mail.failed`.
 */
export function certificateTrust({ db, announce, transport }: Deps) {
  return async (
    actor: Actor,
    { version, fingerprint }: ParsedInput<'mail.trust'>,
  ): Promise<RequestOutput<'mail.trust'>> => {
    const settings = requireVersion(readMailSettings(db), version);
    const pem = fingerprint === null ? null : await shownCertificate(settings, fingerprint);
    return db.write(actor.userId, (tx) => {
      requireEntitled(tx, actor, 'mail.update');
      const before = requireVersion(readMailSettings(tx), version);
      const after = { ...before, version: before.version + 1, trustedCertificate: pem };
      saveMailSettings(tx, after);
      makeAllDue(tx);
      const was = before.trustedCertificate === null ? null : fingerprintOf(before.trustedCertificate);
      const difference = changes({ certificate: { before: was, after: fingerprint } });
      tx.audit({ action: 'mail.trust', data: { host: before.host, ...difference } });
      tx.afterCommit(() => announce({ kind: 'mail' }));
      return { version: after.version };
    });
  };

  function requireVersion(settings: MailSettings | null, version: number): MailSettings {
    if (settings === null) throw new AppError('mail.not_set_up');
    if (settings.version !== version) throw new AppError('mail.changed_meanwhile');
    return settings;
  }

  async function shownCertificate(settings: MailSettings, fingerprint: string): Promise<string> {
    try {
      const shown = await transport.certificate(settings);
      if (shown?.fingerprint !== fingerprint) throw new AppError('mail.other_certificate');
      await requireUsable(settings, shown.pem);
      return shown.pem;
    } catch (failure) {
      if (!(failure instanceof MailFailure)) throw failure;
      throw new AppError('mail.failed', { problem: failure.problem, detail: failure.detail });
    }
  }

  /** Trust doesn't mend everything: a certificate that is over, say, is still refused. Nobody signs in for this. */
  async function requireUsable({ host, port, security }: MailSettings, pem: string): Promise<void> {
    const server = { host, port, security, userName: '', password: '', trustedCertificate: pem };
    (await transport.connect(server, patienceMs)).close();
  }

  function fingerprintOf(pem: string): string {
    return transport.describe(pem).fingerprint;
  }
}
