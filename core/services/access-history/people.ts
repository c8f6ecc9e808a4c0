import type { ReadDb } from '../../db/types';
import type { Role } from '../../domain/role';
import { momentOf, readingsFrom } from './readings';
import type { Period, PersonState } from './spans';

/** Rows read at a stretch. */
const chunkSize = 250;

/** The part of time that is asked about, UTC ms; `before` is out. */
export interface Window {
  from: number;
  before: number;
}

/** An account as it is now, with when its columns were written last. */
export interface PersonRow {
  userId: string;
  ver: string;
  createdHlc: string;
  deletedHlc: string | null;
  status: 'active' | 'inactive';
  role: Role | null;
  leavesAt: number | null;
  conflictOf: string | null;
  displayName: string;
  email: string;
}

interface LinkRow extends PersonRow {
  linkedHlc: string;
}

const columns = `u.id as userId, u.ver, u.created_hlc as createdHlc, u.deleted_hlc as deletedHlc, u.status, u.role,
  u.leaves_at as leavesAt, u.conflict_of as conflictOf, u.display_name as displayName, u.email`;

export const heldLinks = `select ${columns}, l.created_hlc as linkedHlc
  from user_site l indexed by user_site_by_site join user u on u.id = l.user_id
  where l.site_id = ? and l.deleted_hlc is null and l.user_id > ? and l.created_hlc < ?
  order by l.user_id limit ?`;
export const endedLinks = `select user_id as userId, created_hlc as createdHlc, deleted_hlc as deletedHlc
  from user_site indexed by user_site_ended
  where site_id = ? and deleted_hlc is not null and deleted_hlc > ? order by deleted_hlc limit ?`;
export const everAdministrators = `select pk as userId from change_op indexed by change_op_to_all_sites
    where tbl = 'user' and patch like '%"role":"tenant_admin"%'
  union select id from user indexed by user_by_status_role where status = 'active' and role = 'tenant_admin'`;

/** Who holds a site now, with since when, in pieces. */
export function* holders(
  db: ReadDb,
  siteId: string,
  { before }: Window,
): Generator<{ row: PersonRow; link: Period }[]> {
  let after = '';
  for (;;) {
    const rows = db.statement<LinkRow>(heldLinks).all(siteId, after, readingsFrom(before), chunkSize);
    yield rows.map((row) => ({ row, link: { from: edge(row.linkedHlc), until: null } }));
    const last = rows.at(-1);
    if (last === undefined || rows.length < chunkSize) return;
    after = last.userId;
  }
}

/** Who has held it in that time and holds it no more, or anew. */
export function* formerHolders(
  db: ReadDb,
  siteId: string,
  { from, before }: Window,
): Generator<{ userId: string; link: Period }[]> {
  interface Row {
    userId: string;
    createdHlc: string;
    deletedHlc: string;
  }
  // Gone at a moment, one isn't there at that moment any more.
  let after = readingsFrom(from + 1);
  for (;;) {
    const rows = db.statement<Row>(endedLinks).all(siteId, after, chunkSize);
    yield rows
      .map((row) => ({
        userId: row.userId,
        link: { from: edge(row.createdHlc), until: edge(row.deletedHlc) },
      }))
      .filter(({ link }) => link.from.at < before);
    const last = rows.at(-1);
    if (last === undefined || rows.length < chunkSize) return;
    after = last.deletedHlc;
  }
}

/** Everybody who was ever given all sites by their role. */
export function administratorIds(db: ReadDb): string[] {
  return db.column<string>(everAdministrators).all();
}

/**
 * What somebody has been since before that time began, told by their row alone; `null`: something changed since, or more
 * than the row tells matters.
 */
export function steadyState(row: PersonRow, from: number): PersonState | null {
  if (row.deletedHlc !== null || row.conflictOf !== null || row.status !== 'active' || row.role === null)
    return null;
  const ver = versions(row);
  const reading = latest(row.createdHlc, ver.status, ver.role);
  const touched = latest(reading, ver.leaves_at, ver.conflict_of, ver.display_name, ver.email);
  if (momentOf(touched) > from) return null;
  const leavesSet = ver.leaves_at ?? row.createdHlc;
  return { at: momentOf(reading), reading, role: row.role, leavesAt: row.leavesAt, leavesSet };
}

function versions({ ver }: PersonRow): Partial<Record<string, string>> {
  return ver === '{}' ? {} : (JSON.parse(ver) as Record<string, string>);
}

function latest(first: string, ...readings: (string | undefined)[]): string {
  return readings.reduce<string>(
    (last, reading) => (reading !== undefined && reading > last ? reading : last),
    first,
  );
}

function edge(reading: string): { at: number; reading: string } {
  return { at: momentOf(reading), reading };
}
