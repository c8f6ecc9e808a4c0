import { createAuditLog } from './audit-log/create-audit-log';
import type { ServiceDeps } from './deps';
import { createDirectory } from './directory/create-directory';
import { createInvitations } from './invitations/create-invitations';
import { createOrganisationService } from './organisation/create-organisation-service';
import { createSessions } from './sessions/create-sessions';
import { oneAtATime } from './sessions/one-at-a-time';
import { ownPassword } from './sessions/own-password';
import { createSetup } from './setup/create-setup';
import { createSites } from './sites/create-sites';
import { createUsers } from './users/create-users';

export type Services = ReturnType<typeof createServices>;

/**
 * The services over one open database. Each method is named as the second part of its route and takes the actor and
 * the parsed input; public ones take the input alone.
 */
export function createServices(deps: ServiceDeps) {
  const directory = createDirectory({ db: deps.db, clock: deps.clock });
  const useCase = { ...deps, directory };
  const guarded = { ...useCase, attempts: oneAtATime() };
  const withPassword = { ...guarded, ownPassword: ownPassword(guarded) };
  return {
    setup: createSetup(useCase),
    sessions: createSessions(withPassword),
    users: createUsers(withPassword),
    directory,
    invitations: createInvitations(useCase),
    sites: createSites(useCase),
    organisation: createOrganisationService(deps),
    auditLog: createAuditLog(deps),
  };
}
