import type { Role } from '../../core/domain/role';

/** Somebody of the demo organisation whose name and role are always the same, so that guides and tests can count on them. */
export interface CastMember {
  displayName: string;
  email: string;
  role: Role;
  sites: readonly string[];
  /** Set for people one can sign in as. */
  password?: string;
}

export const organisationName = 'Nordhaus';
export const mailDomain = 'nordhaus.example';

/** In the order they open; a demo has the first six to twelve of them. */
export const siteNames = [
  'Berlin',
  'Hamburg',
  'Leipzig',
  'Göteborg',
  'Kraków',
  'Lyon',
  'Utrecht',
  'Wien',
  'Milano',
  'Aarhus',
  'Porto',
  'Zürich',
] as const;

export const founder = {
  displayName: 'Ada Lindqvist',
  email: `ada.lindqvist@${mailDomain}`,
  role: 'tenant_admin',
  sites: [],
  password: 'quiet lamp at seven',
} as const satisfies CastMember;

export const siteAdmin = {
  displayName: 'Benedikt Okafor',
  email: `benedikt.okafor@${mailDomain}`,
  role: 'site_admin',
  sites: ['Berlin', 'Leipzig'],
  password: 'four green umbrellas',
} as const satisfies CastMember;

export const cast: readonly CastMember[] = [
  siteAdmin,
  {
    displayName: 'Carla Weiß',
    email: `carla.weiss@${mailDomain}`,
    role: 'member',
    sites: ['Berlin'],
    password: 'window seat by noon',
  },
  // Found by "angst" through the name alone: shows that search doesn't mind diacritics.
  { displayName: 'Åsa Ångström', email: `asa@${mailDomain}`, role: 'site_admin', sites: ['Göteborg'] },
];
