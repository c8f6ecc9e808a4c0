import type { ParsedInput, RequestOutput } from '../../contract';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';

export function userDeletion(_deps: Pick<UseCaseDeps, 'db' | 'directory' | 'announce'>) {
  return (_actor: Actor, _input: ParsedInput<'users.delete'>): RequestOutput<'users.delete'> => {
    throw new Error('not built');
  };
}
