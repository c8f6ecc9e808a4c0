import { createInitialPasswords } from '../../core/services/credentials/initial-passwords';
import type { ServiceDeps } from '../../core/services/deps';
import { createInvitations } from '../../core/services/invitations/create-invitations';
import { createLicence } from '../../core/services/licence/create-licence';
import { createOutbox } from '../../core/services/mail/outbox';
import { createSessions } from '../../core/services/sessions/create-sessions';
import { oneAtATime } from '../../core/services/sessions/one-at-a-time';
import { ownPassword } from '../../core/services/sessions/own-password';
import { createSetup } from '../../core/services/setup/create-setup';
import { createSites } from '../../core/services/sites/create-sites';
import { createUsers } from '../../core/services/users/create-users';
import { createVisits } from '../../core/services/visits/create-visits';

/** The list is made once, at the end: keeping it in step with every act would double the work. */
const noDirectory = {
  refreshUser: () => undefined,
  refreshInvitation: () => undefined,
  refreshSite: () => undefined,
  noteActivity: () => undefined,
};

export type DemoServices = ReturnType<typeof createDemoServices>;

/** The app's own use cases; nobody watches, so nothing is announced. */
export function createDemoServices(parts: Omit<ServiceDeps, 'announce'>) {
  const outside = { ...parts, announce: () => undefined };
  const licence = createLicence(outside);
  const deps = {
    ...outside,
    directory: noDirectory,
    outbox: createOutbox(outside),
    licence: licence.gate,
    initialPasswords: createInitialPasswords(outside),
    attempts: oneAtATime(),
  };
  const withPassword = { ...deps, ownPassword: ownPassword(deps) };
  return {
    setup: createSetup(deps),
    sessions: createSessions(withPassword),
    users: createUsers(withPassword),
    invitations: createInvitations(deps),
    sites: createSites(deps),
    visits: createVisits(deps),
    licence,
  };
}
