import { type AccessSettings, can } from '../../core/access/permissions';
import type { Statistics } from '../../core/contract/users';
import type { HeldSession } from '../../core/services/sessions/types';

interface Parts {
  unlocked: () => readonly { windowId: number; held: HeldSession }[];
  /** The figures that window shows. */
  figures: (held: HeldSession) => Statistics;
  /** The tenant's decisions about rights. */
  settings: () => AccessSettings;
  changed: (windowId: number) => void;
}

export type TimeWatch = ReturnType<typeof createTimeWatch>;

/**
 * Time alone changes lists: an invitation expires, and nobody wrote anything. Each window's own figures are compared
 * with those of the last look, so that it is told exactly when something it shows has moved.
 */
export function createTimeWatch({ unlocked, figures, settings, changed }: Parts) {
  let seen = new Map<number, string>();

  function look(): Map<number, string> {
    const now = new Map<number, string>();
    for (const { windowId, held } of unlocked()) {
      if (can(held.grant.role, 'user.list', settings())) now.set(windowId, JSON.stringify(figures(held)));
    }
    return now;
  }

  return {
    /**
     * Something was written and the windows are told: what stands there now is no news. Taken at once, not at the
     * next tick: what expires in between would pass unnoticed.
     */
    written(): void {
      seen = look();
    },

    /** A window seen for the first time is told too: something may have expired since it asked. */
    tick(): void {
      const before = seen;
      seen = look();
      for (const [windowId, now] of seen) {
        if (before.get(windowId) !== now) changed(windowId);
      }
    },
  };
}
