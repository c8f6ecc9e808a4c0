import type { ParsedInput, RequestOutput } from '../../contract';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { organisationDetails } from './get-organisation';
import { type OrganisationFacts, readOrganisation } from './organisation-rows';
import { twoRolesForecast } from './two-roles-preview';
import { organisationUpdate } from './update-organisation';
import { securityUpdate } from './update-security';

export interface OrganisationService {
  /** The tenant, or `null` before set-up. */
  current(): OrganisationFacts | null;
  get(actor: Actor): RequestOutput<'organisation.get'>;
  update(actor: Actor, input: ParsedInput<'organisation.update'>): RequestOutput<'organisation.update'>;
  twoRolesPreview(actor: Actor): RequestOutput<'organisation.twoRolesPreview'>;
  updateSecurity(actor: Actor, input: ParsedInput<'security.update'>): RequestOutput<'security.update'>;
}

/** The tenant and what it decides for itself: one use case per file. Writes `organisation`. */
export function createOrganisationService(deps: Pick<UseCaseDeps, 'db' | 'announce'>): OrganisationService {
  return {
    current: () => readOrganisation(deps.db),
    get: organisationDetails(deps),
    update: organisationUpdate(deps),
    twoRolesPreview: twoRolesForecast(deps),
    updateSecurity: securityUpdate(deps),
  };
}
