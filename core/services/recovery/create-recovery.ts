import type { ParsedInput, RequestOutput } from '../../contract';
import { keyMark } from '../../db/key-mark';
import { codeAlphabet, formatCode } from '../../domain/code';
import { recoveryCodeLength } from '../../domain/recovery';
import { recoveryKeyLines } from '../../domain/recovery-key';
import { AppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import { randomText } from '../credentials/random-text';
import type { UseCaseDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import { requireOrganisation } from '../organisation/organisation-rows';
import type { OneAtATime } from '../sessions/one-at-a-time';
import { secretHash } from '../sessions/tokens';
import { type LiveCode, lastUsedAt, markConfirmed, readLiveCode, replaceCode } from './recovery-rows';
import { codeUse } from './use-code';

export interface RecoveryService {
  status(actor: Actor): RequestOutput<'recovery.status'>;
  renew(actor: Actor): RequestOutput<'recovery.renew'>;
  /** Error: `recovery.replaced`. */
  confirm(actor: Actor, input: ParsedInput<'recovery.confirm'>): RequestOutput<'recovery.confirm'>;
  use(input: ParsedInput<'recovery.use'>): Promise<RequestOutput<'recovery.use'>>;
}

/** The recovery kit: break-glass code (product.md §4) and the database's key, on one sheet. Writes `recovery_code`. */
export function createRecovery(deps: UseCaseDeps & { attempts: OneAtATime }): RecoveryService {
  const { db, random, announce } = deps;
  return {
    status() {
      const live = readLiveCode(db);
      const usedAt = lastUsedAt(db);
      if (live === undefined) return { state: 'none', createdAt: null, usedAt };
      return { state: stateOf(live), createdAt: live.createdAt, usedAt };
    },

    renew(actor) {
      const code = randomText(random, codeAlphabet, recoveryCodeLength);
      return db.write(actor.userId, (tx) => {
        requireEntitled(tx, actor, 'recovery.renew');
        const replaced = readLiveCode(tx) !== undefined;
        const { id, createdAt } = replaceCode(tx, secretHash(code), keyMark(db.key));
        tx.audit({ action: 'recovery.renew', subject: organisation(tx), data: { replaced } });
        tx.afterCommit(() => announce({ kind: 'organisation' }));
        return { id, code: formatCode(code), databaseKey: recoveryKeyLines(db.key), createdAt };
      });
    },

    confirm(actor, { id }) {
      return db.write(actor.userId, (tx) => {
        requireEntitled(tx, actor, 'recovery.renew');
        const live = readLiveCode(tx);
        if (live?.id !== id) throw new AppError('recovery.replaced');
        if (live.confirmedAt !== null) return {};
        markConfirmed(tx, id);
        tx.audit({ action: 'recovery.confirm', subject: organisation(tx) });
        tx.afterCommit(() => announce({ kind: 'organisation' }));
        return {};
      });
    },

    use: codeUse(deps),
  };

  function stateOf({ confirmedAt, keyMark: printed }: LiveCode): RequestOutput<'recovery.status'>['state'] {
    if (confirmedAt === null) return 'unconfirmed';
    if (printed === null) return 'withoutKey';
    return printed === keyMark(db.key) ? 'ready' : 'otherKey';
  }
}

function organisation(tx: Parameters<typeof requireOrganisation>[0]) {
  return { type: 'organisation', id: requireOrganisation(tx).id } as const;
}
