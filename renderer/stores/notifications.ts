import { create } from 'zustand';

export interface Notification {
  id: number;
  text: string;
  action: { label: string; onAct: () => void } | null;
  /** What was pressed in a line before came to nothing, for this reason. */
  refused: boolean;
}

interface Notifications {
  /** One at a time: a newer line takes the place of the older. */
  current: Notification | null;
  show(notification: Omit<Notification, 'id'>): void;
  /** Does what the line offers, which is then over. */
  act(): void;
  dismiss(id: number): void;
}

let lastId = 0;

export const useNotifications = create<Notifications>((set, get) => ({
  current: null,
  show: (notification) => {
    lastId += 1;
    set({ current: { id: lastId, ...notification } });
  },
  act: () => {
    const { current } = get();
    if (current === null || current.action === null) return;
    set({ current: null });
    current.action.onAct();
  },
  dismiss: (id) => set((state) => (state.current?.id === id ? { current: null } : state)),
}));

/** The short line after an act: "Deactivated Ada Lindqvist", with Undo where there is one. */
export function notify(text: string, action: Notification['action'] = null): void {
  useNotifications.getState().show({ text, action, refused: false });
}

/** Why what was pressed in such a line could not be done. */
export function notifyRefusal(text: string): void {
  useNotifications.getState().show({ text, action: null, refused: true });
}

/** For when the window is left to itself or to somebody else: nothing of what was done may still be offered. */
export function forgetNotification(): void {
  const { current, dismiss } = useNotifications.getState();
  if (current !== null) dismiss(current.id);
}
