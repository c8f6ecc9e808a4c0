import { Notification } from 'electron';

/** What the computer shows outside the app's windows. */
export interface Notifications {
  /** Whether this computer shows any. */
  supported(): boolean;
  /** @param followed it was clicked. */
  show(note: { title: string; body: string }, followed: () => void): void;
}

/** The system's own. @param icon a PNG. */
export function createNotifications(icon: string): Notifications {
  /** Held until they go: one that is collected as garbage would hear of no click. */
  const shown = new Set<Notification>();
  return {
    supported: () => Notification.isSupported(),
    show(note, followed) {
      const notification = new Notification({ ...note, icon });
      shown.add(notification);
      notification.once('close', () => shown.delete(notification));
      notification.once('click', () => {
        shown.delete(notification);
        followed();
      });
      notification.show();
    },
  };
}
