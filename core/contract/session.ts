import { z } from 'zod';
import { appState } from './app';
import { claimedPassword, id, newPassword, nothing, role, timestamp } from './fields';
import { open, route, sees, signedIn, writes } from './route';

/** An open session as an administrator sees it. */
export const sessionRow = z.strictObject({
  id,
  /** `true`: at this desk. */
  thisDesk: z.boolean(),
  /** The one the reader asks from. */
  current: z.boolean(),
  startedAt: timestamp,
  lastUsedAt: timestamp,
  /** The role it still carries, as its grant says. */
  role,
  /** Names of the sites it still carries that the reader may see; empty for all-sites roles. */
  sites: z.array(z.string()),
});
export type SessionRow = z.infer<typeof sessionRow>;

/** Every request that changes this window's session answers the new state of the window. */
export const sessionContract = {
  /** Errors: `sign_in.refused` (unknown, wrong or back-off: the same words), `sign_in.inactive`, `sign_in.temporary_expired`. */
  'session.signIn': route(
    open,
    z.strictObject({ email: z.string().max(2000), password: z.string().max(10_000) }),
    appState,
  ),
  'session.signOut': route({ kind: 'session', whenLocked: true, whenPasswordDue: true }, nothing, appState),
  'session.lock': route(signedIn, nothing, appState),
  /** Needs the password; does not refresh the grant. Error: `sign_in.password_wrong`. */
  'session.unlock': route(
    { kind: 'session', whenLocked: true, whenPasswordDue: true },
    z.strictObject({ password: claimedPassword }),
    appState,
  ),
  /** The forced change after a temporary password. Errors: `password.*`. */
  'session.choosePassword': route(
    { kind: 'session', whenPasswordDue: true },
    z.strictObject({ newPassword }),
    appState,
  ),
  /** One's own change asks for the current one. Errors: `sign_in.password_wrong`, `password.*`. */
  'session.changePassword': route(
    signedIn,
    z.strictObject({ currentPassword: claimedPassword, newPassword }),
    nothing,
  ),
  /** Open sessions of a person, latest use first. Error: `user.not_found`. */
  'session.list': route(
    sees('session.list'),
    z.strictObject({ userId: id }),
    z.strictObject({ sessions: z.array(sessionRow) }),
  ),
  /** Error: `session.not_found`. */
  'session.end': route(writes('session.end'), z.strictObject({ id }), nothing),
  /** "Sign out everywhere": every session of the person, the asking one included when it is their own. Error: `user.not_found`. */
  'session.endAll': route(
    writes('session.end'),
    z.strictObject({ userId: id }),
    z.strictObject({ ended: z.number().int() }),
  ),
};
