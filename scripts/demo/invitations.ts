import { type Diary, day, hour } from './acts';
import type { Chance } from './chance';
import { drawRole, drawSites } from './people';

interface Parts {
  chance: Chance;
  diary: Diary;
  sites: readonly string[];
  /** Months in which people are invited, UTC ms. */
  period: { from: number; now: number };
}

/** Invitations nobody has answered. */
export function createInvitations({ chance, diary, sites, period: { from, now } }: Parts) {
  return {
    /** Pending. */
    waiting(email: string): void {
      const role = drawRole(chance);
      const at = chance.officeHours(now - chance.between(0.1, 6.8) * day, now - 6.9 * day, now - hour);
      diary.acts.push({ kind: 'invite', at, email, access: { role, sites: drawSites(chance, role, sites) } });
    },

    /** Expired by now; some were sent again, some removed. */
    inVain(email: string): void {
      const at = chance.officeHours(chance.between(from, now - 8 * day), from, now - 7.2 * day);
      const longAgo = at < now - 12 * day;
      diary.acts.push({ kind: 'invite', at, email, access: { role: 'member', sites: [chance.one(sites)] } });
      if (chance.happens(0.2) && longAgo)
        diary.acts.push({ kind: 'resend', at: Math.round(at + chance.between(7.2, 9) * day), email });
      if (chance.happens(0.15) && longAgo)
        diary.acts.push({ kind: 'remove', at: Math.round(at + chance.between(9.2, 11) * day), email });
    },
  };
}
