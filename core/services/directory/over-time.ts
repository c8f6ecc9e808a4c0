import type { RequestOutput } from '../../contract';
import { idsFrom } from '../../db/ids';
import type { ReadDb, SqlValue } from '../../db/types';
import { weekBounds } from '../../domain/week';
import type { Actor } from '../actor';
import { conditions, visibleSites } from './criteria';
import { type Fragment, parametersOf, whereText } from './fragment';
import { statusRanks } from './ranks';

const weekCount = 12;
/** Above every id. */
const beyond = 'g';

interface Span {
  week: number;
  from: string;
  until: string;
}

/**
 * How many invitations were sent week by week, and how they stand now: the card "Invitation Status" spread over time, from
 * the same tables. An id says when its invitation was made, so each week is a range of ids. Those made after the
 * computer's clock was set back carry a later one than they should; they are counted in the current week.
 */
export function overTime(db: ReadDb, actor: Actor, now: number): RequestOutput<'invitations.overTime'> {
  const bounds = weekBounds(now, weekCount);
  const ids = bounds.map(idsFrom);
  const siteIds = visibleSites(actor);
  const weeks = bounds.slice(0, -1).map((startsAt, week) => {
    const until = week === weekCount - 1 ? beyond : (ids[week + 1] ?? beyond);
    const span = { week, from: ids[week] ?? beyond, until };
    return { startsAt, accepted: acceptedIn(db, siteIds, span), pending: 0, expired: 0 };
  });
  for (const { week, pending, expired } of openIn(db, siteIds, { bounds, ids, now })) {
    const found = weeks[week];
    if (found === undefined) continue;
    found.pending += pending;
    found.expired += expired;
  }
  return { weeks, endsAt: bounds.at(-1) ?? now };
}

const accepted =
  'select count(*) as n from directory_accepted where invitation_id >= ? and invitation_id < ?';
const acceptedAtSites = `${accepted} and exists (select 1 from json_each(?) where instr(site_set, value))`;

function acceptedIn(db: ReadDb, siteIds: readonly string[] | null, { from, until }: Span): number {
  if (siteIds === null) return db.statement<{ n: number }>(accepted).get(from, until)?.n ?? 0;
  return db.statement<{ n: number }>(acceptedAtSites).get(from, until, JSON.stringify(siteIds))?.n ?? 0;
}

interface Open {
  week: number;
  pending: number;
  expired: number;
}

const weekOf = (id: string) =>
  `case ${Array.from({ length: weekCount - 1 }, (_bound, week) => `when ${id} < ? then ${week}`).join(' ')}
   else ${weekCount - 1} end`;

/** What may stand in the directory of a span: invitations by themselves, and those on an inactive person's row. */
const places = [
  { rank: statusRanks.invitation, id: 'e.id' },
  { rank: statusRanks.returning, id: 'e.reactivation_id' },
] as const;

function openIn(
  db: ReadDb,
  siteIds: readonly string[] | null,
  { bounds, ids, now }: { bounds: readonly number[]; ids: readonly string[]; now: number },
): Open[] {
  const [begin = 0] = bounds;
  return places.flatMap(({ rank, id }) => {
    const where: Fragment[] = [
      // None that was made in these weeks expired before them: that bounds what is looked at.
      { sql: 'e.status_rank = ? and e.expires_at >= ?', parameters: [rank, begin] },
      { sql: `${id} >= ?`, parameters: [ids[0] ?? beyond] },
      ...conditions({ ranks: [rank, rank], due: null, roleRank: null, siteIds, needle: null }),
    ];
    const sql = `select ${weekOf(id)} as week,
        count(*) filter (where e.expires_at > ?) as pending, count(*) filter (where e.expires_at <= ?) as expired
      from directory_entry e indexed by directory_by_status${whereText(where)} group by week`;
    const parameters: SqlValue[] = [...ids.slice(1, weekCount), now, now, ...parametersOf(where)];
    return db.statement<Open>(sql).all(...parameters);
  });
}
