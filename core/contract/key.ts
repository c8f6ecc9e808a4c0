import { z } from 'zod';
import { claimedPassword, newPassword, nothing } from './fields';
import { open, route, writes } from './route';

/** The key of the database and what protects it. */
export const keyContract = {
  /**
   * The start passphrase, in phase `passphrase`; the desk then opens. Errors: `key.passphrase_wrong`, `key.wait`,
   * `key.not_asked`.
   */
  'key.unlock': route(open, z.strictObject({ passphrase: claimedPassword }), nothing),
  /**
   * The recovery key from paper, where the key is missing or doesn't fit, or the passphrase is forgotten. When it is this
   * database's it goes into the key store, without a passphrase over it, and the desk opens. Errors: `key.recovery_*`,
   * `key.wait`, `key.not_asked`.
   */
  'key.recover': route(
    open,
    z.strictObject({ recoveryKey: z.string().min(1, 'required').max(1000, 'invalid') }),
    nothing,
  ),
  /** Sets or changes the start passphrase. Error: `sign_in.password_wrong`. */
  'key.setPassphrase': route(
    writes('security.update'),
    z.strictObject({ password: claimedPassword, passphrase: newPassword }),
    nothing,
  ),
  /**
   * A new key for the database and its backups. Nobody can work meanwhile, sessions end, and the recovery kit is due again.
   * Errors: `sign_in.password_wrong`, `app.working`, `backup.*`.
   */
  'key.change': route(writes('security.update'), z.strictObject({ password: claimedPassword }), nothing),
  /** Errors: `sign_in.password_wrong`, `key.no_passphrase`. */
  'key.removePassphrase': route(
    writes('security.update'),
    z.strictObject({ password: claimedPassword }),
    nothing,
  ),
};
