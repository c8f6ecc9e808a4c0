import { type AccessSettings, can } from '../../core/access/permissions';
import type { EventName, EventPayload } from '../../core/contract/events';
import type { Announce } from '../../core/ports';
import type { WindowSessions } from '../window/window-sessions';

/** Sends an event to one window. */
export type SendEvent = <E extends EventName>(windowId: number, event: E, payload: EventPayload<E>) => void;

interface Parts {
  windowSessions: Pick<WindowSessions, 'unlocked' | 'windowsOf' | 'ended'>;
  windowIds: () => readonly number[];
  /** The tenant's decisions about rights. */
  settings: () => AccessSettings;
  send: SendEvent;
}

/** From what changed to the windows that show it. */
export function createAnnounce({ windowSessions, windowIds, settings, send }: Parts): Announce {
  return (change) => {
    switch (change.kind) {
      case 'directory':
        for (const { windowId, held } of windowSessions.unlocked()) {
          if (can(held.grant.role, 'user.list', settings())) send(windowId, 'directory.changed', {});
        }
        return;
      case 'sites':
        // Everybody sees names of their own sites.
        for (const { windowId } of windowSessions.unlocked()) send(windowId, 'sites.changed', {});
        return;
      case 'organisation':
        // Its name stands on the sign-in screen too, and set-up in one window ends it in the others.
        for (const windowId of windowIds()) send(windowId, 'organisation.changed', {});
        return;
      case 'account':
        // At the lock screen too: it says whose window it is.
        for (const windowId of windowSessions.windowsOf(change.userId))
          send(windowId, 'session.changed', { reason: 'account', ended: null });
        return;
      case 'visits':
        for (const { windowId } of windowSessions.unlocked()) send(windowId, 'visits.changed', {});
        return;
      case 'licence':
        for (const { windowId } of windowSessions.unlocked()) send(windowId, 'licence.changed', {});
        return;
      case 'clock':
        for (const { windowId } of windowSessions.unlocked()) send(windowId, 'clock.changed', {});
        return;
      case 'health':
        for (const { windowId } of windowSessions.unlocked()) send(windowId, 'health.changed', {});
        return;
      case 'mail':
        // How the mail of an invitation stands is shown with the invitation.
        for (const { windowId, held } of windowSessions.unlocked()) {
          if (can(held.grant.role, 'user.list', settings())) send(windowId, 'mail.changed', {});
        }
        return;
      case 'backups':
        for (const { windowId, held } of windowSessions.unlocked()) {
          if (can(held.grant.role, 'backup.read', settings())) send(windowId, 'backups.changed', {});
        }
        return;
      case 'audit':
        for (const { windowId, held } of windowSessions.unlocked()) {
          if (can(held.grant.role, 'audit.list', settings())) send(windowId, 'audit.changed', {});
        }
        return;
      case 'sessionsEnded':
        windowSessions.ended(change.sessionIds, change.why);
        return;
    }
  };
}

/** A locked window was told nothing: what it shows is asked again when it opens. */
export function catchUp(send: SendEvent, windowId: number): void {
  send(windowId, 'directory.changed', {});
  send(windowId, 'sites.changed', {});
  send(windowId, 'visits.changed', {});
  send(windowId, 'licence.changed', {});
  send(windowId, 'clock.changed', {});
  send(windowId, 'mail.changed', {});
  send(windowId, 'audit.changed', {});
  send(windowId, 'backups.changed', {});
  send(windowId, 'health.changed', {});
}
