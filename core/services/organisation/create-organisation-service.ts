import type { ParsedInput, RequestOutput } from '../../contract';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { type OrganisationFacts, readOrganisation } from './organisation-rows';

export interface OrganisationService {
  /** The tenant, or `null` before set-up. */
  current(): OrganisationFacts | null;
  get(actor: Actor): RequestOutput<'organisation.get'>;
  update(actor: Actor, input: ParsedInput<'organisation.update'>): RequestOutput<'organisation.update'>;
  twoRolesPreview(actor: Actor): RequestOutput<'organisation.twoRolesPreview'>;
  updateSecurity(actor: Actor, input: ParsedInput<'security.update'>): RequestOutput<'security.update'>;
}

export function createOrganisationService({ db }: Pick<UseCaseDeps, 'db' | 'announce'>): OrganisationService {
  const notBuilt = (): never => {
    throw new Error('not built');
  };
  return {
    current: () => readOrganisation(db),
    get: notBuilt,
    update: notBuilt,
    twoRolesPreview: notBuilt,
    updateSecurity: notBuilt,
  };
}
