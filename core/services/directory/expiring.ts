import { type AccessSettings, can } from '../../access/permissions';
import type { RequestOutput } from '../../contract';
import type { ExpiringInvitation } from '../../contract/invitations';
import type { ReadDb } from '../../db/types';
import type { Role } from '../../domain/role';
import type { Actor } from '../actor';
import { anyRank, conditions, visibleSites } from './criteria';
import { type Fragment, parametersOf, whereText } from './fragment';
import { rankOfRole } from './ranks';
import { dayMs, openInvitations, pendingBetween } from './statistics';

const most = 50;

/** Pending invitations that expire within a day, as the card counts them; the soonest first. */
export function expiring(
  db: ReadDb,
  actor: Actor,
  settings: AccessSettings,
  now: number,
): RequestOutput<'invitations.expiring'> {
  const siteIds = visibleSites(actor);
  const until = now + dayMs;
  const total = pendingBetween(db, siteIds, now, until);
  if (total === 0) return { rows: [], total };
  const found = soonest(db, siteIds, now, until);
  const sites = sitesOf(db, found);
  const may = can(actor.role, 'invitation.resend', settings);
  return { rows: found.map((row) => rowOf(row, sites.get(row.id) ?? [], siteIds, may)), total };
}

/**
 * How many come to expire within `after` and `until` that the actor could resend: all of them, or those to Members whose
 * sites are all the actor's (product.md §2).
 */
export function countResendable(db: ReadDb, actor: Actor, after: number, until: number): number {
  const siteIds = visibleSites(actor);
  if (siteIds === null) return pendingBetween(db, siteIds, after, until);
  const where: Fragment[] = [
    ...expiringBetween(siteIds, after, until),
    { sql: 'e.role_rank = ?', parameters: [rankOfRole('member')] },
    {
      sql: `not exists (select 1 from directory_site s
        where s.n = e.n and s.site_id not in (select value from json_each(?)))`,
      parameters: [JSON.stringify(siteIds)],
    },
  ];
  const sql = `select count(*) as n from directory_entry e indexed by directory_by_status${whereText(where)}`;
  return db.statement<{ n: number }>(sql).get(...parametersOf(where))?.n ?? 0;
}

function expiringBetween(siteIds: readonly string[] | null, after: number, until: number): Fragment[] {
  return [
    { sql: 'e.status_rank in (?, ?)', parameters: openInvitations },
    { sql: 'e.expires_at > ? and e.expires_at <= ?', parameters: [after, until] },
    ...conditions({ ranks: anyRank, due: null, roleRank: null, siteIds, needle: null }),
  ];
}

interface Found {
  /** Of the invitation, also where it stands on a person's row. */
  id: string;
  email: string;
  displayName: string | null;
  role: Role;
  expiresAt: number;
}

function soonest(db: ReadDb, siteIds: readonly string[] | null, now: number, until: number): Found[] {
  const where = expiringBetween(siteIds, now, until);
  // The few are picked within the index; role and sites of an invitation back are those it would give.
  const sql = `
    select i.id, e.email, e.display_name as displayName, i.role, e.expires_at as expiresAt
    from (select e.n from directory_entry e indexed by directory_by_status${whereText(where)}
      order by e.expires_at, e.email_key, e.id limit ?) p
    cross join directory_entry e on e.n = p.n
    cross join invitation i on i.id = coalesce(e.reactivation_id, e.id)
    order by e.expires_at, e.email_key, e.id`;
  return db.statement<Found>(sql).all(...parametersOf(where), most);
}

interface Site {
  id: string;
  name: string;
}

function sitesOf(db: ReadDb, found: readonly Found[]): Map<string, Site[]> {
  const rows = db.statement<Site & { invitationId: string }>(`
    select l.invitation_id as invitationId, s.id, s.name from json_each(?) j
    cross join invitation_site l on l.invitation_id = j.value and l.deleted_hlc is null
    cross join site s on s.id = l.site_id
    order by s.name_key, s.id`);
  const byInvitation = new Map<string, Site[]>();
  for (const { invitationId, ...site } of rows.all(JSON.stringify(found.map(({ id }) => id)))) {
    const known = byInvitation.get(invitationId);
    if (known === undefined) byInvitation.set(invitationId, [site]);
    else known.push(site);
  }
  return byInvitation;
}

function rowOf(
  found: Found,
  sites: readonly Site[],
  siteIds: readonly string[] | null,
  may: boolean,
): ExpiringInvitation {
  const visible = siteIds === null ? [...sites] : sites.filter((site) => siteIds.includes(site.id));
  const otherSites = sites.length - visible.length;
  const within = siteIds === null || (found.role === 'member' && otherSites === 0);
  return { ...found, sites: visible, otherSites, resendable: may && within };
}
