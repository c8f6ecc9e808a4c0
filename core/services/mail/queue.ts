import type { MailProblem } from '../../contract/mail';
import type { Tx } from '../../db/types';
import { longestDelay, maxAttempts, retryDelay } from '../../domain/mail';
import type { DueMessage } from './message-rows';

/** Everything that waits is tried again now. Answers how many that are. */
export function makeAllDue(tx: Tx): number {
  return tx.run("update mail_message set next_attempt_at = ? where state = 'queued'", tx.now);
}

/** What has failed is tried again now, as if for the first time, where it still has its secrets. Answers how many those are. */
export function queueFailed(tx: Tx): number {
  return tx.run(
    `update mail_message set state = 'queued', attempts = 0, next_attempt_at = ?, problem = null, problem_detail = null
     where state in ('failed', 'unconfirmed') and secrets is not null`,
    tx.now,
  );
}

/** The same for one mail, queued or failed. Answers whether there was one to send. */
export function queueOne(tx: Tx, invitationId: string): boolean {
  const touched = tx.run(
    `update mail_message set attempts = case state when 'failed' then 0 else attempts end, state = 'queued',
       next_attempt_at = ?, problem = null, problem_detail = null
     where invitation_id = ? and state in ('queued', 'failed') and secrets is not null`,
    tx.now,
    invitationId,
  );
  return touched > 0;
}

/**
 * Committed just before a mail's last byte: from now on it may have arrived. Answers whether it is still the same mail and
 * still wanted; if not, it mustn't go.
 */
export function markHandedOver(tx: Tx, { id, secrets }: DueMessage): boolean {
  const touched = tx.run(
    `update mail_message set handed_over_at = ? where id = ? and state = 'queued' and secrets is ?`,
    tx.now,
    id,
    secrets,
  );
  return touched > 0;
}

/** The server took it. Answers whether the mail is still known. */
export function markSent(tx: Tx, { id }: DueMessage): boolean {
  const touched = tx.run(
    `update mail_message set state = 'sent', sent_at = ?, attempts = attempts + 1, secrets = null, next_attempt_at = null,
       problem = null, problem_detail = null
     where id = ? and state = 'queued'`,
    tx.now,
    id,
  );
  return touched > 0;
}

export interface Failing {
  /** `null`: not the server's doing. */
  problem: MailProblem | null;
  detail: string | null;
}

/** It stays queued for a later try, and the server surely hasn't taken it. Tried often enough, it has failed. */
export function putOff(tx: Tx, { id, attempts }: DueMessage, why: Failing): 'queued' | 'failed' | 'gone' {
  if (attempts + 1 >= maxAttempts) return markFailed(tx, { id }, why) ? 'failed' : 'gone';
  const touched = tx.run(
    `update mail_message set attempts = attempts + 1, next_attempt_at = ?, handed_over_at = null, problem = ?,
       problem_detail = ?
     where id = ? and state = 'queued'`,
    tx.now + retryDelay(attempts + 1),
    why.problem,
    why.detail,
    id,
  );
  return touched > 0 ? 'queued' : 'gone';
}

/** For good, unless somebody sends it again: the secrets stay for that. Answers whether the mail is still known. */
export function markFailed(tx: Tx, { id }: Pick<DueMessage, 'id'>, { problem, detail }: Failing): boolean {
  const touched = tx.run(
    `update mail_message set state = 'failed', attempts = attempts + 1, next_attempt_at = null, handed_over_at = null,
       problem = ?, problem_detail = ?
     where id = ? and state = 'queued'`,
    problem,
    detail,
    id,
  );
  return touched > 0;
}

/**
 * After a restore: whether what waited in the backup has gone out since can't be known, so nothing goes by itself; and the
 * secrets it would have brought are void. Answers how many mails waited.
 */
export function stopWaiting(tx: Tx): number {
  const stopped = tx.run(
    `update mail_message set state = 'unconfirmed', next_attempt_at = null, handed_over_at = null, problem = null,
       problem_detail = null where state = 'queued'`,
  );
  tx.run('update mail_message set secrets = null where secrets is not null');
  return stopped;
}

interface Row {
  id: string;
  invitationId: string;
}

const isDue = `state = 'queued' and handed_over_at is null and (next_attempt_at <= ? or next_attempt_at > ?)`;

/**
 * The server itself can't be used: all that is due waits, as long as the one that was tried has to, and nothing is tried
 * earlier. Answers those that have been tried often enough and have failed by this.
 */
export function putAllOff(tx: Tx, { attempts }: DueMessage, { problem, detail }: Failing): Row[] {
  const astray = tx.now + longestDelay;
  const failed = tx
    .statement<Row>(
      `select id, invitation_id as invitationId from mail_message where ${isDue} and attempts + 1 >= ?`,
    )
    .all(tx.now, astray, maxAttempts);
  for (const row of failed) markFailed(tx, row, { problem, detail });
  const next = tx.now + retryDelay(attempts + 1);
  tx.run(
    `update mail_message set attempts = attempts + 1, next_attempt_at = ?, problem = ?, problem_detail = ? where ${isDue}`,
    ...[next, problem, detail, tx.now, astray],
  );
  tx.run(
    "update mail_message set next_attempt_at = ? where state = 'queued' and next_attempt_at < ?",
    next,
    next,
  );
  return failed;
}

/**
 * After a server that couldn't be used has answered again: what waited for it is due. `problems`: those of the server itself.
 */
export function recallWaiting(tx: Tx, problems: readonly MailProblem[]): number {
  return tx.run(
    `update mail_message set next_attempt_at = ?, problem = null, problem_detail = null
     where state = 'queued' and problem in (select value from json_each(?))`,
    tx.now,
    JSON.stringify(problems),
  );
}
