import { siteScope } from '../../access/scope';
import type { ListQuery } from '../../contract/users';
import type { Actor } from '../actor';
import type { RankRange } from './counts';
import type { Fragment } from './fragment';
import { needle } from './needle';
import { rankOfRole, statusRanks } from './ranks';

/** What a list is narrowed to. */
export interface Criteria {
  /** Statuses that can match; an empty range (from > to) matches nothing. */
  ranks: RankRange;
  /** Pending and expired are told by the time. */
  due: { state: 'pending' | 'expired'; now: number } | null;
  roleRank: number | null;
  /** `null`: the whole organisation. */
  siteIds: readonly string[] | null;
  needle: string | null;
}

export function criteriaOf(actor: Actor, query: ListQuery, now: number): Criteria {
  const due = query.status === 'pending' || query.status === 'expired' ? { state: query.status, now } : null;
  return {
    ranks: narrow(kindRanks[query.kind], query.status === null ? anyRank : statusRange[query.status]),
    due,
    roleRank: query.role === null ? null : rankOfRole(query.role),
    siteIds: visibleSites(actor, query.siteId),
    needle: needle(query.search),
  };
}

/** The sites a list is about: those of the reader, or the one asked for when it is among them. */
export function visibleSites(actor: Actor, asked: string | null = null): readonly string[] | null {
  const scope = siteScope(actor.role, actor.siteIds);
  const own = scope.kind === 'all' ? null : scope.siteIds;
  if (asked === null) return own;
  return own === null || own.includes(asked) ? [asked] : [];
}

const { active, inactive, returning, invitation } = statusRanks;

export const anyRank: RankRange = [active, invitation];
export const userRanks: RankRange = [active, returning];

const kindRanks: Record<ListQuery['kind'], RankRange> = {
  all: anyRank,
  users: userRanks,
  // With the invitations that would bring somebody back: they are resent and removed there too.
  invitations: [returning, invitation],
};

const statusRange: Record<NonNullable<ListQuery['status']>, RankRange> = {
  active: [active, active],
  inactive: [inactive, returning],
  pending: [returning, invitation],
  // An invitation back that ran out is counted, resent and removed like any other.
  expired: [returning, invitation],
};

function narrow(a: RankRange, b: RankRange): RankRange {
  return [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
}

/** Conditions on an entry `e`. The needle is left to the caller: it can be met by the search index or row by row. */
export function conditions({ ranks, due, roleRank, siteIds }: Criteria): Fragment[] {
  const fragments: Fragment[] = [];
  if (!isAnyRank(ranks)) fragments.push({ sql: 'e.status_rank between ? and ?', parameters: ranks });
  if (due !== null) fragments.push(isDue(due));
  if (roleRank !== null) fragments.push({ sql: 'e.role_rank = ?', parameters: [roleRank] });
  if (siteIds !== null) fragments.push(atSites(siteIds));
  return fragments;
}

export function isAnyRank(ranks: RankRange): boolean {
  return ranks[0] === anyRank[0] && ranks[1] === anyRank[1];
}

/** Expired from the very millisecond of `expires_at` on, as core/domain/invitation has it. */
export function isDue({ state, now }: NonNullable<Criteria['due']>): Fragment {
  return { sql: `e.expires_at ${state === 'pending' ? '>' : '<='} ?`, parameters: [now] };
}

function atSites(siteIds: readonly string[]): Fragment {
  const [only, ...others] = siteIds;
  const match = 'select 1 from directory_site s where s.n = e.n and s.site_id';
  if (only !== undefined && others.length === 0) return { sql: `exists (${match} = ?)`, parameters: [only] };
  const sites = JSON.stringify(siteIds);
  return { sql: `exists (${match} in (select value from json_each(?)))`, parameters: [sites] };
}

/** Met row by row, for needles too broad for the search index. GLOB takes half the time of `instr` to find nothing. */
export function holds(needle: string): Fragment {
  return { sql: 'e.search_text glob ?', parameters: [`*${needle.replace(/[*?[]/g, '[$&]')}*`] };
}
