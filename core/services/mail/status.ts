import type { RequestOutput } from '../../contract';
import type { MailProblem } from '../../contract/mail';
import type { ServiceDeps } from '../deps';
import { serverProblems } from './server-problems';
import { readMailSettings } from './settings-rows';

const queued = `select count(*) as n, min(next_attempt_at) as next from mail_message where state = 'queued'`;
const failed = `select count(*) as n from mail_message where state in ('failed', 'unconfirmed')`;
/** The latest of those that wait for the server itself. */
const waiting = `select problem, problem_detail as detail from mail_message
  where state = 'queued' and problem in (select value from json_each(?)) order by next_attempt_at desc limit 1`;

/** What waits and what needs somebody. */
export function mailStatus({ db }: Pick<ServiceDeps, 'db'>) {
  return (): RequestOutput<'mail.status'> => {
    const all = db.statement<{ n: number; next: number | null }>(queued).get();
    const problem = db
      .statement<{ problem: MailProblem; detail: string | null }>(waiting)
      .get(JSON.stringify(serverProblems));
    return {
      setUp: readMailSettings(db) !== null,
      queued: all?.n ?? 0,
      failed: db.statement<{ n: number }>(failed).get()?.n ?? 0,
      problem: problem?.problem ?? null,
      detail: problem?.detail ?? null,
      nextAttemptAt: all?.next ?? null,
    };
  };
}
