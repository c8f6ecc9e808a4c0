import type { ParsedInput, RequestOutput } from '../../contract';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';

export function deactivationForecast(_deps: Pick<UseCaseDeps, 'db' | 'clock' | 'licence'>) {
  return (
    _actor: Actor,
    _input: ParsedInput<'users.deactivationPreview'>,
  ): RequestOutput<'users.deactivationPreview'> => {
    throw new Error('not built');
  };
}
