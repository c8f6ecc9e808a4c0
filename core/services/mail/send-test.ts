import type { RequestOutput } from '../../contract';
import type { Tx } from '../../db/types';
import { AppError } from '../../errors/app-error';
import type { MailPorts } from '../../ports';
import type { Actor } from '../actor';
import type { ServiceDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import { requireOrganisation } from '../organisation/organisation-rows';
import { requireUser } from '../users/user-rows';
import { testLetter } from './letters';
import { MailFailure } from './mail-failure';
import { domainOf } from './message-id';
import { serverOf } from './server-of';
import { type MailSettings, readMailSettings } from './settings-rows';

type Deps = Pick<ServiceDeps, 'db' | 'clock' | 'ids'> & MailPorts;

/** A person waits for this answer: how long the server may be silent, ms. */
const patienceMs = 20_000;

/**
 * A mail to the signed-in person's stored address, at once and past the outbox: it shows whether the settings are right.
 * Errors: `mail.not_set_up`, `mail.untrusted`, `mail.failed`.
 */
export function testMail(deps: Deps) {
  const { db, clock, ids, transport, templates, vault } = deps;

  return async (actor: Actor): Promise<RequestOutput<'mail.sendTest'>> => {
    const settings = readMailSettings(db);
    if (settings === null) throw new AppError('mail.not_set_up');
    const { email: to, displayName: name } = requireUser(db, actor.userId);
    try {
      const response = await send(settings, to, name);
      note(actor, settings, null);
      return { to, response };
    } catch (failure) {
      if (!(failure instanceof MailFailure)) throw failure;
      note(actor, settings, failure);
      throw await refusal(settings, failure);
    }
  };

  async function send(settings: MailSettings, to: string, name: string): Promise<string> {
    const { fromAddress, language, host } = settings;
    const content = await transport.write({
      ...testLetter(db, templates, language, { name, host, now: clock.now() }),
      messageId: `<${ids.next()}@${domainOf(fromAddress)}>`,
      date: clock.now(),
      from: { name: requireOrganisation(db).name, address: fromAddress },
      to,
      draft: false,
    });
    const connection = await transport.connect(serverOf(vault, settings), patienceMs);
    try {
      return await connection.send({ from: fromAddress, to, content }, () => undefined);
    } finally {
      connection.close();
    }
  }

  function note(actor: Actor, { host, port }: MailSettings, failure: MailFailure | null): void {
    db.write(actor.userId, (tx: Tx) => {
      requireEntitled(tx, actor, 'mail.update');
      tx.audit({ action: 'mail.test', data: { host, port, problem: failure?.problem ?? null } });
    });
  }

  /** Where the certificate is all that is in the way, it comes along to be looked at. */
  async function refusal(settings: MailSettings, { problem, detail }: MailFailure): Promise<AppError> {
    const shown = problem === 'untrusted' ? await transport.certificate(settings).catch(() => null) : null;
    if (shown === null) return new AppError('mail.failed', { problem, detail });
    const { pem: _pem, ...certificate } = shown;
    return new AppError('mail.untrusted', { certificate, detail });
  }
}
