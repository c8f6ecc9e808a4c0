import { z } from 'zod';

/** What main tells windows without being asked. Each carries only what the receiving window may know. */
export const events = {
  /** People, invitations or counts changed: lists refetch, keeping their rows until the new ones are painted. */
  'directory.changed': z.strictObject({}),
  'sites.changed': z.strictObject({}),
  'organisation.changed': z.strictObject({}),
  'visits.changed': z.strictObject({}),
  'licence.changed': z.strictObject({}),
  /** This window's own state changed: it asks `app.state` again. `ended` says why a session is over. */
  'session.changed': z.strictObject({
    reason: z.enum(['renewed', 'ended', 'locked', 'signedOut', 'preferences']),
    ended: z
      .enum([
        'deactivated',
        'passwordReset',
        'applyNow',
        'expired',
        'signedOutEverywhere',
        'deleted',
        'emailChanged',
      ])
      .nullable(),
  }),
  /** Opens a screen by its path (a second start, a deep link, a menu). */
  'app.navigate': z.strictObject({ path: z.string() }),
} as const;

export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<E extends EventName> = z.infer<Events[E]>;
