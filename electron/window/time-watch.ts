import { can } from '../../core/access/permissions';
import type { Statistics } from '../../core/contract/users';
import type { HeldSession } from '../../core/services/sessions/types';

interface Parts {
  unlocked: () => readonly { windowId: number; held: HeldSession }[];
  /** The figures that window shows. */
  figures: (held: HeldSession) => Statistics;
  changed: (windowId: number) => void;
}

export type TimeWatch = ReturnType<typeof createTimeWatch>;

/**
 * Time alone changes lists: an invitation expires, and nobody wrote anything. Each window's own figures are compared
 * with those of the last look, so that it is told exactly when something it shows has moved.
 */
export function createTimeWatch({ unlocked, figures, changed }: Parts) {
  let seen = new Map<number, string>();
  return {
    /** Something was written and the windows were told: whatever differs at the next look is no news. */
    forget(): void {
      seen.clear();
    },

    tick(): void {
      const before = seen;
      seen = new Map();
      for (const { windowId, held } of unlocked()) {
        if (!can(held.grant.role, 'user.list')) continue;
        const now = JSON.stringify(figures(held));
        seen.set(windowId, now);
        const last = before.get(windowId);
        if (last !== undefined && last !== now) changed(windowId);
      }
    },
  };
}
