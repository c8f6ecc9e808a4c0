import fc from 'fast-check';
import type { ListQuery } from '../../../core/contract/users';
import type { Database } from '../../../core/db/types';
import { roles } from '../../../core/domain/role';
import { refreshInvitation, refreshUser } from '../../../core/services/directory/writer';
import { givenInvitation, givenSite, givenUser, keyOf } from '../../support/builders';
import type { ModelRow } from './model';

const dayMs = 86_400_000;

export const siteNames = ['Nord', 'Süd', 'Østfold'] as const;

/** Few letters, so that searches hit, sorts tie and names share words. */
const word = fc.constantFrom('an', 'Anna', 'Åsa', 'ANTON', 'li', 'Lindqvist', 'Łukasz', 'x', 'Ö"q');
const displayName = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const local = fc.constantFrom('anna', 'anton.li', 'a', 'lindqvist', 'x+tag', 'zoë');
const domain = fc.constantFrom('example.org', 'bücher.example', 'nord.example');
const sites = fc.uniqueArray(fc.nat(siteNames.length - 1), { minLength: 1, maxLength: 3 });
const instant = fc.integer({ min: -20, max: 20 }).map((days) => days * dayMs);

const person = fc.record({
  kind: fc.constant('user' as const),
  displayName,
  local,
  domain,
  role: fc.constantFrom(...roles),
  inactive: fc.boolean(),
  sites,
  created: instant,
  activity: fc.option(instant, { nil: null }),
  /** Expiry of an invitation back, for an inactive person. */
  back: fc.option(instant, { nil: null }),
});
const invited = fc.record({
  kind: fc.constant('invitation' as const),
  local,
  domain,
  role: fc.constantFrom(...roles),
  sites,
  created: instant,
  expires: instant,
  end: fc.constantFrom(null, null, null, 'accepted' as const, 'removed' as const),
});
type Person = typeof person extends fc.Arbitrary<infer T> ? T : never;
type Invited = typeof invited extends fc.Arbitrary<infer T> ? T : never;

export const population = fc.array(
  fc.oneof({ weight: 3, arbitrary: person }, { weight: 2, arbitrary: invited }),
  {
    maxLength: 40,
  },
);

export const query: fc.Arbitrary<Omit<ListQuery, 'siteId'> & { site: number | null }> = fc.record({
  kind: fc.constantFrom('all' as const, 'users' as const, 'invitations' as const),
  search: fc.oneof(
    { weight: 3, arbitrary: fc.constant('') },
    fc.constantFrom(
      'a',
      'q',
      'nn',
      'le',
      'an',
      'ANN',
      'li',
      'lind',
      'asa',
      'example',
      'bücher',
      'xn--',
      'q',
      'ö"q',
      'n l',
      '"',
      'zz',
      ' ',
    ),
    fc.string({ maxLength: 5 }),
  ),
  status: fc.option(
    fc.constantFrom('active' as const, 'inactive' as const, 'pending' as const, 'expired' as const),
  ),
  role: fc.option(fc.constantFrom(...roles)),
  site: fc.option(fc.nat(siteNames.length - 1)),
  sort: fc.constantFrom(
    'email' as const,
    'status' as const,
    'role' as const,
    'site' as const,
    'lastActivity' as const,
  ),
  direction: fc.constantFrom('asc' as const, 'desc' as const),
});

/** Writes a population and answers what the list should know of it. */
export function populate(db: Database, given: readonly (Person | Invited)[], now: number) {
  const siteIds = siteNames.map((name) => givenSite(db, { name }));
  const inviterId = givenUser(db, { email: 'root@example.org', displayName: 'Root', role: 'tenant_admin' });
  const rows: ModelRow[] = [rowOf({ id: inviterId, email: 'root@example.org', name: 'Root', created: now })];
  const placed = (indexes: readonly number[]) => {
    return indexes.map((i) => ({ id: siteIds[i] ?? '', name: siteNames[i] ?? '' }));
  };
  let accepted = 0;
  for (const [i, one] of given.entries()) {
    const email = `${one.local}${i}@${one.domain}`;
    if (one.kind === 'user')
      rows.push(addPerson(db, { one, email, now, inviterId, sites: placed(one.sites) }));
    else if (one.end === 'accepted') accepted += 1;
    if (one.kind === 'invitation') {
      const row = addInvited(db, { one, email, now, inviterId, sites: placed(one.sites) });
      if (row !== null) rows.push(row);
    }
  }
  return { siteIds, rows, accepted };
}

type Sites = { id: string; name: string }[];

function addPerson(
  db: Database,
  {
    one,
    email,
    now,
    inviterId,
    sites,
  }: { one: Person; email: string; now: number; inviterId: string; sites: Sites },
): ModelRow {
  const created = now + one.created;
  const lastActivityAt = one.activity === null ? {} : { lastActivityAt: now + one.activity };
  const siteIds = one.role === 'tenant_admin' ? [] : sites.map((site) => site.id);
  const id = givenUser(db, {
    email,
    displayName: one.displayName,
    role: one.role,
    siteIds,
    createdAt: created,
    ...lastActivityAt,
  });
  const row = rowOf({ id, email, name: one.displayName, created });
  row.role = one.role;
  row.sites = siteIds.length === 0 ? [] : sites;
  row.lastActivityAt = lastActivityAt.lastActivityAt ?? null;
  if (!one.inactive) return row;
  deactivate(db, id);
  Object.assign(row, { status: 'inactive', role: null, sites: [] });
  if (one.back === null) return row;
  const expiresAt = now + one.back;
  const invitationId = givenInvitation(db, {
    email,
    inviterId,
    reactivatesUserId: id,
    createdAt: created,
    expiresAt,
  });
  row.reactivation = { invitationId, expiresAt };
  return row;
}

function addInvited(
  db: Database,
  {
    one,
    email,
    now,
    inviterId,
    sites,
  }: { one: Invited; email: string; now: number; inviterId: string; sites: Sites },
): ModelRow | null {
  const created = now + one.created;
  const expiresAt = now + one.expires;
  const own = one.role === 'tenant_admin' ? [] : sites;
  const siteIds = own.map((site) => site.id);
  const id = givenInvitation(db, {
    email,
    inviterId,
    role: one.role,
    siteIds,
    createdAt: created,
    expiresAt,
  });
  if (one.end !== null) end(db, id, one.end);
  if (one.end !== null) return null;
  const row = rowOf({ id, email, name: null, created });
  const status = expiresAt > now ? ('pending' as const) : ('expired' as const);
  return { ...row, kind: 'invitation', status, role: one.role, sites: own, expiresAt };
}

function deactivate(db: Database, id: string): void {
  db.write(null, (tx) => {
    tx.update('user', id, { status: 'inactive', role: null, deactivatedAt: tx.now });
    const links = tx.statement<{ id: string }>(
      'select id from user_site where user_id = ? and deleted_hlc is null',
    );
    for (const link of links.all(id)) tx.remove('user_site', link.id);
    refreshUser(tx, id);
  });
}

function end(db: Database, id: string, how: 'accepted' | 'removed'): void {
  db.write(null, (tx) => {
    if (how === 'accepted') tx.update('invitation', id, { acceptedAt: tx.now });
    else tx.update('invitation', id, { removedAt: tx.now, email: null, emailKey: null });
    refreshInvitation(tx, id);
  });
}

function rowOf({
  id,
  email,
  name,
  created,
}: {
  id: string;
  email: string;
  name: string | null;
  created: number;
}): ModelRow {
  return {
    id,
    kind: 'user',
    email,
    emailKey: keyOf(email),
    displayName: name,
    status: 'active',
    role: 'tenant_admin',
    sites: [],
    lastActivityAt: null,
    createdAt: created,
    expiresAt: null,
    passwordDue: false,
    reactivation: null,
    senderGone: false,
  };
}
