import { create } from 'zustand';

export interface Notification {
  id: number;
  text: string;
  action: { label: string; onAct: () => void } | null;
}

interface Notifications {
  /** One at a time: a newer line takes the place of the older. */
  current: Notification | null;
  show(text: string, action?: Notification['action']): void;
  dismiss(id: number): void;
}

let lastId = 0;

export const useNotifications = create<Notifications>((set) => ({
  current: null,
  show: (text, action = null) => {
    lastId += 1;
    set({ current: { id: lastId, text, action } });
  },
  dismiss: (id) => set((state) => (state.current?.id === id ? { current: null } : state)),
}));

/** The short line after an act: "Deactivated Ada Lindqvist", with Undo where there is one. */
export function notify(text: string, action?: Notification['action']): void {
  useNotifications.getState().show(text, action);
}
