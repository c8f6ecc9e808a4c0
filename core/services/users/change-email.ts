import type { ParsedInput, RequestOutput } from '../../contract';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';

export function emailChange(_deps: Pick<UseCaseDeps, 'db' | 'directory' | 'announce'>) {
  return (_actor: Actor, _input: ParsedInput<'users.changeEmail'>): RequestOutput<'users.changeEmail'> => {
    throw new Error('not built');
  };
}
