import type { UseCaseDeps } from '../deps';
import type { Sessions } from './types';

/** What administrators see of people's sessions, and end. */
export function sessionAdministration(
  _deps: Pick<UseCaseDeps, 'db' | 'clock' | 'announce'>,
): Pick<Sessions, 'list' | 'endOne' | 'endAll'> {
  const notBuilt = (): never => {
    throw new Error('not built');
  };
  return { list: notBuilt, endOne: notBuilt, endAll: notBuilt };
}
