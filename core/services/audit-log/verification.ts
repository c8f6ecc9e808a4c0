import type { AuditVerdict } from '../../contract/audit';
import { isDamage } from '../../db/sqlite-errors';
import { AppError, isAppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import type { Anchoring } from './anchoring';
import { checkChains } from './check-chain';
import { entryCount } from './entry-rows';
import { type LongJob, steps } from './long-job';

/**
 * Proves or disproves that the log is whole, and notes who looked and what came of it; in a damaged file as far as it can be
 * written to. Errors: `audit.cancelled`, `database.corrupt` when not even the beginning can be read.
 */
export function verification({ db }: Pick<UseCaseDeps, 'db'>) {
  return async (
    actor: Actor,
    job: LongJob,
    { anchor, state }: ReturnType<Anchoring['kept']>,
  ): Promise<AuditVerdict> => {
    const found = await readable(() => checkChains(db, anchor, steps(job, entryCount(db))));
    try {
      note(actor, found);
    } catch (error) {
      if (found.problem?.kind !== 'damaged' || !isAppError(error, 'database.corrupt')) throw error;
    }
    return { ...found, anchor: state };
  };

  function note(actor: Actor, { problem, entries }: Pick<AuditVerdict, 'problem' | 'entries'>): void {
    db.write(actor.userId, (tx) => {
      requireEntitled(tx, actor, 'audit.verify');
      tx.audit({
        action: 'audit.verify',
        data: {
          whole: problem === null,
          entries,
          ...(problem !== null && { problem: problem.kind, entry: problem.n, desk: problem.deskId }),
        },
      });
    });
  }

  async function readable<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw isDamage(error) ? new AppError('database.corrupt', { path: db.path }, { cause: error }) : error;
    }
  }
}
