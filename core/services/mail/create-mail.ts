import type { MailPorts } from '../../ports';
import type { ServiceDeps } from '../deps';
import { mailExpiry } from './expiry';
import { mailSettingsView } from './get-settings';
import { invitationDelivery } from './invitation-delivery';
import { nextDue } from './message-rows';
import { outboxPage } from './outbox-page';
import { interruptedMails } from './recovery';
import { mailSettingsRemoval } from './remove-settings';
import { sendAll, sendNow } from './send-now';
import { testMail } from './send-test';
import { createSender } from './sender';
import { readMailSettings } from './settings-rows';
import { mailFile, shownMail } from './shown-mail';
import { mailStatus } from './status';
import { certificateTrust } from './trust-certificate';
import { mailSettingsUpdate } from './update-settings';

export type MailService = ReturnType<typeof createMail>;

/**
 * Mail: the server of this desk, and the outbox that invitations write into (outbox.ts). Writes `mail_settings` and
 * `mail_message`. Made before anything is sent: what it finds marked then was left behind by an earlier run.
 */
export function createMail(outside: ServiceDeps & { mail: MailPorts }) {
  const deps = { ...outside, ...outside.mail };
  const { db, clock } = deps;
  const settleInterrupted = interruptedMails(deps);
  return {
    settings: mailSettingsView(deps),
    update: mailSettingsUpdate(deps),
    remove: mailSettingsRemoval(deps),
    sendTest: testMail(deps),
    trust: certificateTrust(deps),
    status: mailStatus(deps),
    outbox: outboxPage(deps),
    sendAll: sendAll(deps),
    sendNow: sendNow(deps),
    delivery: invitationDelivery(deps),
    shown: shownMail(deps),
    file: mailFile(deps),
    sender: createSender({ ...deps, settleInterrupted }),
    /** Due work. */
    due: [settleInterrupted, mailExpiry(deps)],
    /** Whether the sender has something to do: asked on every tick. */
    isDue: () => nextDue(db, clock.now()) !== undefined && readMailSettings(db) !== null,
  };
}
