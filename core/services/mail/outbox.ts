import type { Tx } from '../../db/types';
import type { Outbox, ServiceDeps } from '../deps';
import { domainOf } from './message-id';
import { deleteMessageOf, insertMessage, replaceCode } from './message-rows';
import { readMailSettings } from './settings-rows';

/**
 * What invitations do with their mail, inside their own transactions: so that there is never one without the other. With no
 * mail server set up nothing is written.
 */
export function createOutbox({ announce }: Pick<ServiceDeps, 'announce'>): Outbox {
  const told = new WeakSet<Tx>();

  /** Once for a transaction, however many mails it writes. */
  function changed(tx: Tx): void {
    tx.afterCommit(() => {
      if (told.has(tx)) return;
      told.add(tx);
      announce({ kind: 'mail' });
    });
  }

  return {
    enqueue(tx, { invitationId, link, code }) {
      const settings = readMailSettings(tx);
      if (settings === null) return;
      const { language, fromAddress } = settings;
      const messageIdDomain = domainOf(fromAddress);
      insertMessage(tx, { invitationId, language, secrets: { link, code }, messageIdDomain });
      changed(tx);
    },

    drop(tx, invitationId) {
      if (deleteMessageOf(tx, invitationId)) changed(tx);
    },

    renewCode: replaceCode,
  };
}
