import type { Role } from '../../core/domain/role';
import { type Access, type Diary, day, hour } from './acts';
import type { Chance } from './chance';
import { drawRole, drawSites, type Someone } from './people';

interface Parts {
  chance: Chance;
  diary: Diary;
  sites: readonly string[];
  /** Months in which people join, UTC ms. */
  period: { from: number; now: number };
}

interface Joined {
  at: number;
  neverSignedIn: boolean;
}

/** Draws what becomes of a person: they join one way or the other, work, perhaps move, perhaps leave. */
export function createLives({ chance, diary, sites, period: { from, now } }: Parts) {
  return function live(who: Someone): void {
    const role = drawRole(chance);
    const access: Access = { role, sites: drawSites(chance, role, sites) };
    const joined = join(who, access);
    const stays = role === 'tenant_admin' || joined.at > now - 30 * day || !chance.happens(0.1);
    // Administrators stay, so that every invitation has somebody who may answer for it.
    const leaves = stays
      ? null
      : chance.officeHours(
          chance.between(joined.at + 2 * day, now - 9 * day),
          joined.at + day,
          now - 8 * day,
        );
    const until = leaves ?? now - hour;
    if (role !== 'tenant_admin' && until > joined.at + 2 * day && chance.happens(0.05))
      move(who, access, joined.at, until);
    if (leaves !== null) leave(who, leaves);
    if (!joined.neverSignedIn) diary.activity.set(who.email, lastUse(joined.at, until));
  };

  function join(who: Someone, access: Access): Joined {
    // Four in ten came when the organisation rolled the app out, the others over time.
    const drawn = chance.happens(0.4) ? from + chance.between(0, 60) * day : chance.between(from, now - hour);
    const at = chance.officeHours(drawn, from, now - hour / 2);
    if (at < now - 7 * day && chance.happens(0.52)) return beInvited(who, access, at);
    const neverSignedIn = chance.happens(at > now - 3 * day ? 0.8 : 0.03);
    diary.acts.push({ kind: 'create', at, who, access, mustChange: neverSignedIn });
    return { at, neverSignedIn };
  }

  function beInvited(who: Someone, access: Access, at: number): Joined {
    diary.acts.push({ kind: 'invite', at, email: who.email, access });
    // Whoever is late needs time for it until now.
    const late = chance.happens(0.08) && at < now - 20 * day;
    const sent = late ? Math.round(at + chance.between(7.5, 11) * day) : at;
    if (late) diary.acts.push({ kind: 'resend', at: sent, email: who.email });
    const accepted = chance.officeHours(sent + chance.between(0.1, 6) * day, sent, sent + 6.9 * day);
    diary.acts.push({ kind: 'accept', at: accepted, who });
    return { at: accepted, neverSignedIn: chance.happens(0.02) };
  }

  function move(who: Someone, before: Access, joined: number, until: number): void {
    const role: Role = before.role === 'member' && chance.happens(0.3) ? 'site_admin' : before.role;
    const at = chance.officeHours(chance.between(joined + hour, until - hour), joined, until);
    diary.acts.push({
      kind: 'change',
      at,
      email: who.email,
      access: { role, sites: drawSites(chance, role, sites) },
    });
  }

  /** Deactivated; some are asked back and haven't answered yet. */
  function leave(who: Someone, at: number): void {
    diary.acts.push({ kind: 'deactivate', at, email: who.email });
    if (!chance.happens(0.12)) return;
    const asked = Math.round(chance.between(now - 7.9 * day, now - hour));
    diary.acts.push({
      kind: 'invite',
      at: asked,
      email: who.email,
      access: { role: 'member', sites: [chance.one(sites)] },
    });
  }

  function lastUse(joined: number, until: number): number {
    const rarely = chance.happens(0.12);
    // An hour ago, yesterday, last week: fewer the longer ago.
    const ago = rarely ? chance.between(7, 120) * day : -Math.log(1 - chance.between(0, 0.999)) * 1.6 * day;
    return Math.round(Math.max(joined + 60_000, until - ago));
  }
}
