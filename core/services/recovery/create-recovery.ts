import type { ParsedInput, RequestOutput } from '../../contract';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import type { OneAtATime } from '../sessions/one-at-a-time';

export interface RecoveryService {
  status(actor: Actor): RequestOutput<'recovery.status'>;
  renew(actor: Actor): RequestOutput<'recovery.renew'>;
  confirm(actor: Actor, input: ParsedInput<'recovery.confirm'>): RequestOutput<'recovery.confirm'>;
  use(input: ParsedInput<'recovery.use'>): Promise<RequestOutput<'recovery.use'>>;
}

export function createRecovery(_deps: UseCaseDeps & { attempts: OneAtATime }): RecoveryService {
  const notBuilt = (): never => {
    throw new Error('not built');
  };
  return { status: notBuilt, renew: notBuilt, confirm: notBuilt, use: notBuilt };
}
