import { z } from 'zod';
import { nothing } from './fields';
import { route, signedIn } from './route';

export const healthContract = {
  /** Whether the database was found damaged since it was opened: everybody signed in is told what they may miss. */
  'health.status': route(signedIn, nothing, z.strictObject({ damaged: z.boolean() })),
};
