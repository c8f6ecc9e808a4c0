import type { RequestOutput } from '../../contract';
import type { UseCaseDeps } from '../deps';
import { requireOrganisation } from './organisation-rows';

/** The tenant with all it has decided, and the version an edit is made from. */
export function organisationDetails({ db }: Pick<UseCaseDeps, 'db'>) {
  return (): RequestOutput<'organisation.get'> => requireOrganisation(db);
}
