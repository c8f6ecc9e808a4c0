import { z } from 'zod';
import { nothing, version } from './fields';
import { securitySettings } from './organisation';
import { route, sees, writes } from './route';

export const securityContract = {
  /** How the database's key is kept on this desk. `file`: an owner-only file, because the platform offers no real keychain. */
  'security.status': route(
    sees('security.read'),
    nothing,
    z.strictObject({
      keyStore: z.enum(['keychain', 'file', 'test']),
      /** Whether a start passphrase is asked. */
      passphrase: z.boolean(),
      databasePath: z.string(),
    }),
  ),
  /** Error: `organisation.changed_meanwhile`. Takes effect at once, in every window. */
  'security.update': route(
    writes('security.update'),
    z.strictObject({ version, ...securitySettings.shape }),
    z.strictObject({ version }),
  ),
};
