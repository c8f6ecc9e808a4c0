import { z } from 'zod';

/** What main tells windows without being asked. Each carries only what the receiving window may know. */
export const events = {
  /** People, invitations or counts changed: lists refetch, keeping their rows until the new ones are painted. */
  'directory.changed': z.strictObject({}),
  'sites.changed': z.strictObject({}),
  'organisation.changed': z.strictObject({}),
  'visits.changed': z.strictObject({}),
  'licence.changed': z.strictObject({}),
  'clock.changed': z.strictObject({}),
  /** The mail server, or what became of a mail. */
  'mail.changed': z.strictObject({}),
  /** The audit log has new entries. */
  'audit.changed': z.strictObject({}),
  /** How far this window's verification or export has come; `total` as counted when it began. */
  'audit.progress': z.strictObject({ done: z.number().int(), total: z.number().int() }),
  /** This window's own state changed: it asks `app.state` again. `ended` says why a session is over. */
  'session.changed': z.strictObject({
    reason: z.enum(['renewed', 'ended', 'locked', 'signedOut', 'preferences', 'account']),
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
  /** The system opened an invitation's link with this app: the window asks `app.openedLink`. */
  'app.linkOpened': z.strictObject({}),
  /** Somebody followed a reminder: the window shows the Dashboard. */
  'app.showDashboard': z.strictObject({}),
} as const;

export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<E extends EventName> = z.infer<Events[E]>;
