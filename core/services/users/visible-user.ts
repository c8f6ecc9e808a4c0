import { reaches, siteScope } from '../../access/scope';
import type { ReadDb } from '../../db/types';
import { AppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import type { SiteRef } from '../sites/site-rows';
import { requireUser, type UserFacts } from './user-rows';
import { sitesOfUser } from './user-sites';

export interface VisibleUser {
  row: UserFacts;
  /** All of them, for what counts them. */
  allSites: SiteRef[];
  /** Those the reader may know of. */
  sites: SiteRef[];
}

/** A person as the reader's grant shows them. Error: `user.not_found`, also when none of their sites is the reader's. */
export function requireVisibleUser(db: ReadDb, actor: Actor, id: string): VisibleUser {
  const scope = siteScope(actor.role, actor.siteIds);
  const row = requireUser(db, id);
  const allSites = sitesOfUser(db, id);
  const sites = allSites.filter((site) => reaches(scope, site.id));
  if (scope.kind === 'sites' && sites.length === 0) throw new AppError('user.not_found');
  return { row, allSites, sites };
}
