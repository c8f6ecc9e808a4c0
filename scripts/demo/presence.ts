import { hasAllSites } from '../../core/domain/role';
import type { Access, Act } from './acts';
import { founder } from './cast';
import type { Chance } from './chance';

/** Somebody could be visited at a site from one moment until another, UTC ms. */
interface Stay {
  email: string;
  from: number;
  until: number;
}

/** Who was where when, as the acts tell. Tenant-Admins have all sites, but only the founder receives there. */
export function createPresence(chance: Chance, acts: readonly Act[], sites: readonly string[]) {
  const staysAt = new Map(sites.map((site) => [site, [] as Stay[]]));
  const current = new Map<string, Stay[]>();
  const lastAct = new Map<string, number>();
  const access = new Map<string, Access>();

  function leave(email: string, at: number): void {
    for (const stay of current.get(email) ?? []) stay.until = at;
    current.delete(email);
  }

  function come(email: string, at: number, { role, sites: names }: Access): void {
    leave(email, at);
    if (hasAllSites(role)) return;
    const stays = names.map((site) => ({ site, email, from: at, until: Number.POSITIVE_INFINITY }));
    for (const { site, ...stay } of stays) {
      const kept: Stay = stay;
      staysAt.get(site)?.push(kept);
      current.set(email, [...(current.get(email) ?? []), kept]);
    }
  }

  for (const act of [...acts].sort((a, b) => a.at - b.at)) {
    const email = 'who' in act ? act.who.email : 'email' in act ? act.email : null;
    if (email !== null) lastAct.set(email, act.at);
    if (act.kind === 'invite') access.set(act.email, act.access);
    if (act.kind === 'create') come(act.who.email, act.at, act.access);
    if (act.kind === 'change') come(act.email, act.at, act.access);
    if (act.kind === 'deactivate') leave(act.email, act.at);
    const invited = act.kind === 'accept' ? access.get(act.who.email) : undefined;
    if (act.kind === 'accept' && invited !== undefined) come(act.who.email, act.at, invited);
  }

  return {
    /** E-mail of somebody who is at the site from `from` to `until`; the founder, when nobody is easily found. */
    hostAt(site: string, from: number, until = from): string {
      const stays = staysAt.get(site) ?? [];
      for (let tries = 0; tries < 20 && stays.length > 0; tries += 1) {
        const stay = chance.one(stays);
        if (stay.from < from && stay.until > until) return stay.email;
      }
      return founder.email;
    },
    /** Nothing happens to that person from then on. */
    quietSince: (email: string, at: number): boolean => (lastAct.get(email) ?? at) < at,
  };
}
