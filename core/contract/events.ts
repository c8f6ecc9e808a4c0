import { z } from 'zod';
import { wireError } from './wire-error';

/** What main tells windows without being asked. Each carries only what the receiving window may know. */
export const events = {
  /** People, invitations or counts changed: lists refetch, keeping their rows until the new ones are painted. */
  'directory.changed': z.strictObject({}),
  'sites.changed': z.strictObject({}),
  'organisation.changed': z.strictObject({}),
  'visits.changed': z.strictObject({}),
  'licence.changed': z.strictObject({}),
  'clock.changed': z.strictObject({}),
  /** The database was found damaged: the window asks `health.status`. */
  'health.changed': z.strictObject({}),
  /** The mail server, or what became of a mail. */
  'mail.changed': z.strictObject({}),
  /** Backups, what is being done with them, or their settings. */
  'backups.changed': z.strictObject({}),
  /** The audit log has new entries. */
  'audit.changed': z.strictObject({}),
  /** How far this window's verification, export or look at who had access has come; `total` as counted when it began. */
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
  /**
   * Every window has something else to show: it asks `app.state` again. `outcome`: what was done with the app's files and
   * is over; with why, when it failed and what was there before is open again.
   */
  'app.changed': z.strictObject({
    outcome: z
      .strictObject({ did: z.enum(['restoring', 'changingKey']), error: wireError.nullable() })
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
