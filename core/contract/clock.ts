import { z } from 'zod';
import { nothing, timestamp } from './fields';
import { route, signedIn, writes } from './route';

export const clockContract = {
  /** Whether this computer's clock can be believed: everybody signed in is told when it can't. */
  'clock.status': route(
    signedIn,
    nothing,
    z.strictObject({
      /** `behind`: set back, time goes on from the latest moment known; `ahead`: far ahead of anything known. */
      trust: z.enum(['sound', 'behind', 'ahead']),
      /** What the computer's clock says. */
      computerAt: timestamp,
      /** What the app goes by. */
      now: timestamp,
      /** The latest moment known before. */
      lastKnownAt: timestamp,
    }),
  ),
  /** Somebody says that the clock is right, however far ahead it is. */
  'clock.confirm': route(writes('clock.confirm'), nothing, nothing),
};
