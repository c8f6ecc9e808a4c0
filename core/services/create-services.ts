import type { MailPorts } from '../ports';
import { createAccessHistory } from './access-history/create-access-history';
import { createAuditLog } from './audit-log/create-audit-log';
import { createInitialPasswords } from './credentials/initial-passwords';
import type { ServiceDeps } from './deps';
import { createDirectory } from './directory/create-directory';
import { createDueWork } from './due-work';
import { createInvitations } from './invitations/create-invitations';
import { createKey } from './key/create-key';
import { createLicence } from './licence/create-licence';
import { createMail } from './mail/create-mail';
import { createOutbox } from './mail/outbox';
import { createOrganisationService } from './organisation/create-organisation-service';
import { createRecovery } from './recovery/create-recovery';
import { createSessions } from './sessions/create-sessions';
import { oneAtATime } from './sessions/one-at-a-time';
import { ownPassword } from './sessions/own-password';
import { createSetup } from './setup/create-setup';
import { createSites } from './sites/create-sites';
import { createUsers } from './users/create-users';
import { createVisits } from './visits/create-visits';

export type Services = ReturnType<typeof createServices>;

/**
 * The services over one open database. Each method is named as the second part of its route and takes the actor and
 * the parsed input; public ones take the input alone.
 */
export function createServices(deps: ServiceDeps & { mail: MailPorts }) {
  const directory = createDirectory({ db: deps.db, clock: deps.clock });
  const licence = createLicence(deps);
  const initialPasswords = createInitialPasswords(deps);
  const outbox = createOutbox(deps);
  const mail = createMail(deps);
  const useCase = { ...deps, directory, outbox, licence: licence.gate, initialPasswords };
  const guarded = { ...useCase, attempts: oneAtATime() };
  const withPassword = { ...guarded, ownPassword: ownPassword(guarded) };
  return {
    setup: createSetup(useCase),
    sessions: createSessions(withPassword),
    users: createUsers(withPassword),
    directory,
    invitations: createInvitations(useCase),
    sites: createSites(useCase),
    organisation: createOrganisationService(useCase),
    recovery: createRecovery(guarded),
    key: createKey(withPassword),
    licence,
    visits: createVisits(useCase),
    mail,
    due: createDueWork(useCase, { licence, mail }),
    auditLog: createAuditLog(deps),
    accessHistory: createAccessHistory(deps),
  };
}
