import type { ParsedInput, RequestOutput } from '../../contract';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';

export function endDateSetting(_deps: Pick<UseCaseDeps, 'db' | 'directory' | 'announce'>) {
  return (_actor: Actor, _input: ParsedInput<'users.setEndDate'>): RequestOutput<'users.setEndDate'> => {
    throw new Error('not built');
  };
}
