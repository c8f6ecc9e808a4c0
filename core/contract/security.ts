import { z } from 'zod';
import { nothing } from './fields';
import { route, sees } from './route';

export const securityContract = {
  /** How the database's key is kept on this desk. `file`: an owner-only file, because the platform offers no real keychain. */
  'security.status': route(
    sees('security.read'),
    nothing,
    z.strictObject({ keyStore: z.enum(['keychain', 'file', 'test']), databasePath: z.string() }),
  ),
};
