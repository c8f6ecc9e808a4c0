import type { Role } from '../../core/domain/role';
import { fold } from '../../core/domain/text';
import { mailDomain } from './cast';
import type { Chance } from './chance';

export interface Someone {
  displayName: string;
  email: string;
}

/** Makes people with names from all over and addresses that are never used twice. */
export function createPeople(chance: Chance, taken: readonly string[]) {
  const used = new Set(taken);
  return (): Someone => {
    const { first, last } = chance.name();
    const local = `${addressPart(first)}.${addressPart(last)}`;
    let email = `${local}@${mailDomain}`;
    for (let n = 2; used.has(email); n++) email = `${local}${n}@${mailDomain}`;
    used.add(email);
    return { displayName: `${first} ${last}`, email };
  };
}

/** "Jürgen von Österreich" → "jurgen-von-osterreich": what an IT department makes of a name. */
export function addressPart(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** One in seventy runs the organisation, one in sixteen a site. */
export function drawRole(chance: Chance): Role {
  if (chance.happens(1 / 70)) return 'tenant_admin';
  return chance.happens(1 / 16) ? 'site_admin' : 'member';
}

/** Most people have one site, some two or three; Tenant-Admins none, since they have all. */
export function drawSites(chance: Chance, role: Role, open: readonly string[]): string[] {
  if (role === 'tenant_admin') return [];
  const many = chance.happens(role === 'site_admin' ? 0.45 : 0.12);
  return many ? chance.some(open, { min: 2, max: Math.min(3, open.length) }) : [chance.one(open)];
}
