import { invitationLink, parseLink } from '../../core/domain/invitation';
import type { SendEvent } from '../ipc/events';

interface Parts {
  windowIds: () => readonly number[];
  /** Opens a window; answers its id. */
  open: () => number;
  isSignedIn: (windowId: number) => boolean;
  focus: (windowId: number) => void;
  send: SendEvent;
}

export type OpenedLinks = ReturnType<typeof createOpenedLinks>;

/** The invitation's link among the arguments of a start, as the system hands it over; `null` when there is none. */
export function linkAmong(argv: readonly string[]): string | null {
  const token = argv.map(parseLink).findLast((found) => found !== null);
  return token === undefined ? null : invitationLink(token);
}

/**
 * Links that the system opened with this app, each waiting for the page of one window to take it: one where nobody is
 * signed in, else a new one, so that nobody's work is disturbed by what a stranger clicked.
 */
export function createOpenedLinks({ windowIds, open, isSignedIn, focus, send }: Parts) {
  const waiting = new Map<number, string>();
  return {
    offer(link: string): void {
      const free = windowIds().find((windowId) => !isSignedIn(windowId));
      const windowId = free ?? open();
      waiting.set(windowId, link);
      // A page that is there already asks now; one that still loads asks when it is.
      send(windowId, 'app.linkOpened', {});
      focus(windowId);
    },

    /** Given once: the secret in it isn't kept. */
    take(windowId: number): string | null {
      const link = waiting.get(windowId) ?? null;
      waiting.delete(windowId);
      return link;
    },

    closed(windowId: number): void {
      waiting.delete(windowId);
    },
  };
}
