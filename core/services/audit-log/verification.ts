import type { AuditVerdict } from '../../contract/audit';
import { AppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import type { Anchoring } from './anchoring';
import { checkChains } from './check-chain';
import { entryCount } from './entry-rows';
import { type LongJob, steps } from './long-job';

/**
 * Proves or disproves that the log is whole, and notes who looked and what came of it; in a damaged file as far as it can be
 * written to. Error: `audit.cancelled`.
 */
export function verification({ db }: Pick<UseCaseDeps, 'db'>) {
  return async (
    actor: Actor,
    job: LongJob,
    { anchor, state }: ReturnType<Anchoring['kept']>,
  ): Promise<AuditVerdict> => {
    const found = await checkChains(db, anchor, steps(job, entryCount(db)));
    try {
      note(actor, found);
    } catch (error) {
      const unwritable = error instanceof AppError && error.code.startsWith('database.');
      if (!unwritable || found.problem?.kind !== 'damaged') throw error;
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
}
