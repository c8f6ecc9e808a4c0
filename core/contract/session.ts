import { z } from 'zod';
import { appState } from './app';
import { claimedPassword, newPassword, nothing } from './fields';
import { open, route, signedIn } from './route';

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
};
