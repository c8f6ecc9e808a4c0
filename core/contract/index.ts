import type { z } from 'zod';
import type { WireError } from '../errors/catalogue';
import { accessContract } from './access';
import { appContract } from './app';
import { auditContract } from './audit';
import { backupsContract } from './backups';
import { clockContract } from './clock';
import { healthContract } from './health';
import { invitationsContract } from './invitations';
import { keyContract } from './key';
import { licenceContract } from './licence';
import { mailContract } from './mail';
import { manyInvitationsContract } from './many-invitations';
import { organisationContract } from './organisation';
import { recoveryContract } from './recovery';
import { restoreContract } from './restore';
import { securityContract } from './security';
import { sessionContract } from './session';
import { setupContract } from './setup';
import { sitesContract } from './sites';
import { supportContract } from './support';
import { usersContract } from './users';
import { visitsContract } from './visits';

/** Every request there is. The router needs one handler for each key: a missing one does not compile. */
export const contract = {
  ...appContract,
  ...setupContract,
  ...sessionContract,
  ...usersContract,
  ...invitationsContract,
  ...manyInvitationsContract,
  ...sitesContract,
  ...securityContract,
  ...organisationContract,
  ...recoveryContract,
  ...keyContract,
  ...licenceContract,
  ...mailContract,
  ...visitsContract,
  ...clockContract,
  ...auditContract,
  ...backupsContract,
  ...supportContract,
  ...accessContract,
  ...healthContract,
  ...restoreContract,
};

export type Contract = typeof contract;
export type RouteName = keyof Contract;
/** What a window sends (before parsing). */
export type RequestInput<R extends RouteName> = z.input<Contract[R]['input']>;
/** What a handler receives (after parsing). */
export type ParsedInput<R extends RouteName> = z.output<Contract[R]['input']>;
export type RequestOutput<R extends RouteName> = z.output<Contract[R]['output']>;

/** The answer over IPC: a value in both cases, so that nothing is lost in a rejection. */
export type Answer<R extends RouteName> =
  | { ok: true; value: RequestOutput<R> }
  | { ok: false; error: WireError };

/** The only two channels between a window and main. */
export const requestChannel = 'atrium:request';
export const eventChannel = 'atrium:event';

/** A request's payload as JSON may not be larger, unless its route says so. */
export const maxPayloadBytes = 256 * 1024;
