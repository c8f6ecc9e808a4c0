import { z } from 'zod';
import { email, id, newPassword, nothing, timestamp } from './fields';
import { open, route, sees, writes } from './route';

export const recoveryContract = {
  /** Whether a kit is on paper: the banner stays until it is, and comes back when its code is used. */
  'recovery.status': route(
    sees('recovery.renew'),
    nothing,
    z.strictObject({
      /**
       * `none`: no good code; `unconfirmed`: made, but nobody said it is on paper; `withoutKey`: on paper from before the
       * database's key stood there too; `otherKey`: the key was changed since; `ready`: all on paper.
       */
      state: z.enum(['none', 'unconfirmed', 'withoutKey', 'otherKey', 'ready']),
      createdAt: timestamp.nullable(),
      /** When the last code was used up. */
      usedAt: timestamp.nullable(),
    }),
  ),
  /** A new break-glass code, shown once with the database's key; the code before is dead. */
  'recovery.renew': route(
    writes('recovery.renew'),
    nothing,
    /** As shown and typed: five groups of four, `7K3Q-M0ZD-4XWB-9TCE-2HVN`. */
    z.strictObject({
      id,
      code: z.string(),
      /** Four lines of three groups of five (core/domain/recovery-key). */
      databaseKey: z.array(z.string()),
      createdAt: timestamp,
    }),
  ),
  /** Somebody says that this code is on paper. Error: `recovery.replaced`. */
  'recovery.confirm': route(writes('recovery.renew'), z.strictObject({ id }), nothing),
  /**
   * Break-glass, at the sign-in screen: the code gives an active Tenant-Admin a new password of their own, clears their
   * back-off and ends their sessions. Same words for a wrong code, an unknown address and somebody who is no Tenant-Admin.
   * Errors: `recovery.dead`, `recovery.wait`, `password.*`.
   */
  'recovery.use': route(
    open,
    z.strictObject({ code: z.string().min(1, 'required').max(200), email, newPassword }),
    z.strictObject({ email: z.string() }),
  ),
};
