import type { ParsedInput, RequestOutput } from '../../contract';
import type { ReadDb } from '../../db/types';
import { hasAllSites } from '../../domain/role';
import { searchKey } from '../../domain/visit';
import { AppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { activePeopleAt } from '../directory/people-at-site';
import { requireOpenSite } from '../sites/site-rows';
import { type ActiveUser, isActive, readUser } from '../users/user-rows';
import { sitesOfUser } from '../users/user-sites';
import { type Reach, readingReach } from './reach';

/** What a list to choose from shows; somebody who isn't in it is found by typing more. */
const most = 20;

/** Who can be visited at a site. A Member is told of nobody else. Errors: `site.not_found`, `site.archived`. */
export function hostSearch({ db }: Pick<UseCaseDeps, 'db'>) {
  return (actor: Actor, { siteId, search }: ParsedInput<'visits.hosts'>): RequestOutput<'visits.hosts'> => {
    const reach = readingReach(actor);
    requireOpenSite(db, reach.scope, siteId);
    if (reach.own === null) return { hosts: activePeopleAt(db, siteId, search, most) };
    const self = hostAt(db, siteId, reach.own);
    if (self === null) return { hosts: [] };
    const { id, displayName: name, email } = self;
    const wanted = searchKey(search);
    return {
      hosts: [name, email].some((text) => searchKey(text).includes(wanted)) ? [{ id, name, email }] : [],
    };
  };
}

/** Somebody who can be visited there: active, with access to the site. Error: `visit.host_unknown`. */
export function requireHost(db: ReadDb, { own }: Reach, siteId: string, hostId: string): ActiveUser {
  const host = own === null || own === hostId ? hostAt(db, siteId, hostId) : null;
  if (host === null) throw new AppError('visit.host_unknown');
  return host;
}

function hostAt(db: ReadDb, siteId: string, id: string): ActiveUser | null {
  const found = readUser(db, id);
  if (found === undefined || !isActive(found)) return null;
  return hasAllSites(found.role) || sitesOfUser(db, id).some((site) => site.id === siteId) ? found : null;
}
