import type { Role } from '../../../core/domain/role';

/** A person as every contender gets to store them. */
export interface Person {
  index: number;
  email: string;
  name: string;
  role: Role;
  active: boolean;
  /** Numbers of their sites; none for Tenant-Admins. */
  sites: readonly number[];
  createdAt: number;
  lastActivityAt: number | null;
}

export const siteCount = 20;

const first = [
  'Ada',
  'Bela',
  'Carla',
  'Dario',
  'Edda',
  'Farid',
  'Greta',
  'Hugo',
  'Ines',
  'Jonas',
  'Kaya',
  'Liam',
  'Mira',
  'Nils',
  'Olga',
  'Pavel',
  'Quinn',
  'Rosa',
  'Said',
  'Tove',
];
const last = [
  'Aksoy',
  'Berger',
  'Castell',
  'Dickinson',
  'Eriksen',
  'Fontaine',
  'Gruber',
  'Hansen',
  'Ivanov',
  'Jensen',
  'Keller',
  'Lindqvist',
  'Moreau',
  'Novak',
  'Okafor',
  'Petrov',
  'Quist',
  'Rossi',
  'Schmidt',
  'Tanaka',
  'Ulrich',
  'Vogel',
  'Weber',
  'Young',
  'Zimmer',
];

/** The same organisation for everybody: 1 in 1 000 a Tenant-Admin, 2 in 100 Site-Admins, 5 in 100 inactive. */
export function* population(count: number, now: number): Generator<Person> {
  for (let index = 0; index < count; index += 1) {
    const spread = (index * 7919) % 1_000_003;
    const given = first[spread % first.length] ?? '';
    const family = last[(spread * 31) % last.length] ?? '';
    const role: Role = index % 1000 === 1 ? 'tenant_admin' : index % 100 < 3 ? 'site_admin' : 'member';
    const active = index % 100 < 95;
    const home = index % siteCount;
    yield {
      index,
      email: `${given}.${family}${index}@${index % 7 === 0 ? 'works' : 'people'}.example`.toLowerCase(),
      name: `${given} ${family}`,
      role,
      active,
      sites:
        role === 'tenant_admin' || !active ? [] : index % 10 === 0 ? [home, (home + 7) % siteCount] : [home],
      createdAt: now - 400 * 86_400_000 - (count - index) * 1000,
      lastActivityAt: index % 3 === 0 ? null : now - (spread % 9_000_000) * 1000,
    };
  }
}

/** What is typed into the search box: how many it finds gives the name. */
export function needles(count: number): Record<'rare' | 'medium' | 'none' | 'common', string> {
  return { rare: `${count - 9}@`, medium: 'ada okafor', none: 'qqzzqq', common: 'example' };
}
