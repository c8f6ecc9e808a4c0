import type { ServiceDeps } from '../deps';
import { type OrganisationFacts, readOrganisation } from './organisation-rows';

export interface OrganisationService {
  /** The tenant, or `null` before set-up. */
  current(): OrganisationFacts | null;
}

export function createOrganisationService({ db }: Pick<ServiceDeps, 'db'>): OrganisationService {
  return { current: () => readOrganisation(db) };
}
