import { type AccessSettings, can } from '../../core/access/permissions';
import type { Preferences } from '../../core/contract/app';
import type { Language } from '../../core/contract/fields';
import type { HeldSession } from '../../core/services/sessions/types';
import type { SendEvent } from '../ipc/events';
import type { Notifications } from '../platform/notifications';
import { reminderTexts } from './reminder-texts';
import type { CurrentSession } from './window-sessions';

const dayMs = 86_400_000;

interface Parts {
  now: () => number;
  windowIds: () => readonly number[];
  current: (windowId: number) => CurrentSession | null;
  /** The tenant's decisions about rights. */
  settings: () => AccessSettings;
  preferences: (userId: string) => Preferences;
  language: (preferences: Preferences) => Language;
  /** How many pending invitations that person could resend expire after the one moment and not after the other. */
  coming: (held: HeldSession, after: number, until: number) => number;
  notifications: Notifications;
  windowsOf: (userId: string) => readonly number[];
  focus: (windowId: number) => void;
  send: SendEvent;
}

export type Reminders = ReturnType<typeof createReminders>;

/**
 * Tells a signed-in person who wants it when invitations come to expire within a day: all new ones together, each once in a
 * run of the app. Also while their window is locked, because that is when nobody looks: it says a number and nothing
 * else. What is resent or removed in time never comes that near to its end.
 */
export function createReminders(parts: Parts) {
  const { now, windowIds, current, settings, preferences, language, coming, notifications } = parts;
  /** Up to which expiry each person's invitations have been looked at, UTC ms. Goes on while reminders are off. */
  const lookedUntil = new Map<string, number>();

  function look({ held, storedRole }: CurrentSession): void {
    const { userId, grant } = held;
    const from = now();
    const until = from + dayMs;
    const after = Math.max(from, lookedUntil.get(userId) ?? from);
    if (after >= until) return;
    const chosen = preferences(userId);
    const may = [grant.role, storedRole].every((role) => can(role, 'invitation.resend', settings()));
    if (chosen.invitationReminders && may) {
      const count = coming(held, after, until);
      if (count > 0) notifications.show(reminderTexts[language(chosen)](count), () => follow(userId));
    }
    lookedUntil.set(userId, until);
  }

  /** Brings the person's window to the front, on the Dashboard; a locked one stays as it is. */
  function follow(userId: string): void {
    const [own] = parts.windowsOf(userId);
    // They may have signed out meanwhile: then any window is the place to sign in again.
    const target = own ?? windowIds()[0];
    if (target !== undefined) parts.focus(target);
    if (own !== undefined && current(own)?.locked === false) parts.send(own, 'app.showDashboard', {});
  }

  return {
    tick(): void {
      if (!notifications.supported()) return;
      for (const windowId of windowIds()) {
        const session = current(windowId);
        if (session !== null && !session.held.passwordDue) look(session);
      }
    },
  };
}
