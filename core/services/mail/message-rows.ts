import type { Language } from '../../contract/fields';
import type { Delivery, MailProblem } from '../../contract/mail';
import type { ReadDb, Tx } from '../../db/types';
import { longestDelay } from '../../domain/mail';

/** What a mail is written with when its turn comes. */
export interface MailSecrets {
  link: string;
  code: string;
}

/** A mail whose turn has come. */
export interface DueMessage {
  id: string;
  invitationId: string;
  language: Language;
  /** JSON of `MailSecrets`, as it is stored: also tells whether it is still the same mail. */
  secrets: string | null;
  messageId: string;
  attempts: number;
}

const mail = `select id, invitation_id as invitationId, language, secrets, message_id as messageId, attempts
  from mail_message where state = 'queued' and handed_over_at is null`;
/** Of those due at the same moment the one written first; as the index has them, so that many needn't be sorted for each. */
export const due = `${mail} and next_attempt_at <= ? order by next_attempt_at, rowid limit 1`;
/** Put off by a clock that was far ahead: no mail waits that long. */
export const astray = `${mail} and next_attempt_at > ? order by next_attempt_at desc limit 1`;

/** The one that has waited longest. One that has been handed over isn't due: whether it arrived is to be settled first. */
export function nextDue(db: ReadDb, now: number): DueMessage | undefined {
  return db.statement<DueMessage>(due).get(now) ?? db.statement<DueMessage>(astray).get(now + longestDelay);
}

const insert = `insert into mail_message
  (id, invitation_id, state, language, secrets, message_id, attempts, next_attempt_at, created_at)
  values (?, ?, 'queued', ?, ?, ?, 0, ?, ?)`;

export function insertMessage(
  tx: Tx,
  row: { invitationId: string; language: Language; secrets: MailSecrets; messageIdDomain: string },
): void {
  const id = tx.newId();
  const messageId = `<${id}@${row.messageIdDomain}>`;
  const secrets = JSON.stringify(row.secrets);
  tx.run(insert, id, row.invitationId, row.language, secrets, messageId, tx.now, tx.now);
}

/** Answers whether there was one. */
export function deleteMessageOf(tx: Tx, invitationId: string): boolean {
  return tx.run('delete from mail_message where invitation_id = ?', invitationId) > 0;
}

/** The secrets of a stored mail, or `null` when they are gone or can't be read. */
export function parseSecrets(json: string | null): MailSecrets | null {
  if (json === null) return null;
  try {
    const { link, code } = JSON.parse(json) as Partial<MailSecrets>;
    return typeof link === 'string' && typeof code === 'string' ? { link, code } : null;
  } catch {
    return null;
  }
}

/** Puts another code into the mail of an invitation, where one still waits. */
export function replaceCode(tx: Tx, invitationId: string, code: string): void {
  tx.run(
    `update mail_message set secrets = json_set(secrets, '$.code', ?)
     where invitation_id = ? and secrets is not null and json_valid(secrets)`,
    code,
    invitationId,
  );
}

/** Columns of `Delivery`, for a `select` from `mail_message m`. */
export const deliveryColumns = `m.state, m.attempts, m.next_attempt_at as nextAttemptAt, m.sent_at as sentAt,
  m.problem, m.problem_detail as detail`;

/** What is told of a mail: the row's own columns, in the order of the contract. */
export type DeliveryRow = Omit<Delivery, 'problem'> & { problem: MailProblem | null };

export function deliveryOf(db: ReadDb, invitationId: string): DeliveryRow | null {
  const row = db
    .statement<DeliveryRow>(`select ${deliveryColumns} from mail_message m where m.invitation_id = ?`)
    .get(invitationId);
  return row ?? null;
}
