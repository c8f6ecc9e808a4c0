import type { Anchoring } from '../../../core/services/audit-log/anchoring';
import type { BackupService } from '../../../core/services/backups/create-backups';
import type { ClockService } from '../../../core/services/clock/create-clock-service';
import type { Services } from '../../../core/services/create-services';
import type { Support } from '../../../core/services/support/create-support';
import type { Reopen } from '../../desk-host';
import type { Health } from '../../health';
import type { LockableKeyStore } from '../../platform/key-store/create-key-store';
import type { DeskToRestore, Restoring } from '../../restore/restoring';
import type { OpenedLinks } from '../../window/opened-links';
import type { WindowSessions } from '../../window/window-sessions';
import type { AppStateOf } from '../app-state';
import type { SendEvent } from '../events';
import type { LongJobs } from '../long-jobs';
import type { Handlers } from '../request-context';
import type { WindowOperations } from '../window-operations';
import { accessHandlers } from './access';
import { appHandlers } from './app';
import { auditHandlers } from './audit';
import { backupsHandlers } from './backups';
import { clockHandlers } from './clock';
import { healthHandlers } from './health';
import { invitationsHandlers } from './invitations';
import { keyHandlers } from './key';
import { licenceHandlers } from './licence';
import { mailHandlers } from './mail';
import { manyInvitationsHandlers } from './many-invitations';
import { organisationHandlers } from './organisation';
import { recoveryHandlers } from './recovery';
import { restoreHandlers } from './restore';
import { securityHandlers } from './security';
import { sessionHandlers } from './session';
import { setupHandlers } from './setup';
import { sitesHandlers } from './sites';
import { supportHandlers } from './support';
import { usersHandlers } from './users';
import { visitsHandlers } from './visits';

export interface HandlerParts {
  services: Services;
  clock: ClockService;
  anchoring: Anchoring;
  backups: BackupService;
  support: Support;
  health: Health;
  longJobs: LongJobs;
  appState: AppStateOf;
  windowSessions: WindowSessions;
  windows: WindowOperations & { ids(): number[] };
  send: SendEvent;
  openedLinks: OpenedLinks;
  keyStore: LockableKeyStore;
  databasePath: string;
  /** For what is done with the files while nobody has them open. */
  reopen: Reopen;
  changeKey: (actorId: string) => Promise<void>;
  restoring: Restoring;
  deskToRestore: () => DeskToRestore;
}

/** A request of the contract that nobody answers does not compile. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { services, keyStore, databasePath, ...shell } = parts;
  const { sessions, setup } = services;
  return {
    ...appHandlers({ ...shell, sessions }),
    ...setupHandlers({ ...shell, setup, sessions }),
    ...sessionHandlers({ ...shell, sessions }),
    ...usersHandlers(services),
    ...manyInvitationsHandlers({ ...services, ...shell }),
    ...invitationsHandlers({ ...services, windows: shell.windows }),
    ...sitesHandlers(services),
    ...securityHandlers({ keyStore, databasePath, organisation: services.organisation }),
    ...organisationHandlers(services),
    ...recoveryHandlers(services),
    ...keyHandlers({ key: services.key, keyStore, changeKey: parts.changeKey }),
    ...licenceHandlers(services),
    ...mailHandlers(services),
    ...clockHandlers(parts),
    ...healthHandlers(parts),
    ...auditHandlers({ ...parts, auditLog: services.auditLog }),
    ...accessHandlers({ ...parts, accessHistory: services.accessHistory }),
    ...visitsHandlers(services),
    ...backupsHandlers(parts),
    ...restoreHandlers({ ...parts, sessions }),
    ...supportHandlers(parts),
  };
}
