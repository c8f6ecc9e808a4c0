import type { ParsedInput, RequestOutput } from '../../contract';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';

export function userHistory(_deps: Pick<UseCaseDeps, 'db'>) {
  return (_actor: Actor, _input: ParsedInput<'users.history'>): RequestOutput<'users.history'> => {
    throw new Error('not built');
  };
}
