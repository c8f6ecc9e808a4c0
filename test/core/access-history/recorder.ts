import type { Database } from '../../../core/db/types';
import type { Role } from '../../../core/domain/role';

interface Person {
  name: string;
  role: Role;
  siteIds: readonly string[];
  leavesAt: number | null;
}

/** What was true from a moment on, read from the rows as they stood then. */
interface Snapshot {
  at: number;
  /** Who did what led to it; `null`: the app itself. */
  by: string | null;
  people: ReadonlyMap<string, Person>;
  /** Open ones, by id. */
  sites: ReadonlyMap<string, string>;
}

export interface Expected {
  userId: string;
  name: string | null;
  role: Role;
  by: string | null;
}

/**
 * The answer as one would have it without a history: a note after each act of who can enter what, and nothing but those notes
 * to look it up in.
 */
export function createRecorder() {
  const snapshots: Snapshot[] = [];
  const erased = new Set<string>();

  const at = (moment: number): number => snapshots.findLastIndex((snapshot) => snapshot.at <= moment);

  const enters = (person: Person | undefined, siteId: string, moment: number): boolean =>
    person !== undefined &&
    (person.leavesAt === null || moment < person.leavesAt) &&
    (person.role === 'tenant_admin' || person.siteIds.includes(siteId));

  /** Who brought it about that somebody can enter as they do: the first of the notes, back from here, that says so. */
  function granter(userId: string, siteId: string, index: number): string | null {
    const role = snapshots[index]?.people.get(userId)?.role;
    let first = index;
    while (first > 0) {
      const before = snapshots[first - 1]?.people.get(userId);
      const untilThen = (snapshots[first]?.at ?? 0) - 1;
      if (before?.role !== role || !enters(before, siteId, untilThen)) break;
      first -= 1;
    }
    return snapshots[first]?.by ?? null;
  }

  return {
    snapshots,
    /** To be called after each act. */
    note(db: Database, moment: number, by: string | null): void {
      const users = db
        .statement<{ id: string; name: string; role: Role; leavesAt: number | null }>(
          `select id, display_name as name, role, leaves_at as leavesAt from user
           where status = 'active' and role is not null and deleted_hlc is null`,
        )
        .all();
      const links = db
        .statement<{ userId: string; siteId: string }>(
          'select user_id as userId, site_id as siteId from user_site where deleted_hlc is null',
        )
        .all();
      const sites = db
        .statement<{ id: string; name: string }>('select id, name from site where archived_at is null')
        .all();
      const gone = db.statement<{ id: string }>('select id from user where deleted_hlc is not null').all();
      for (const { id } of gone) erased.add(id);
      const siteIdsOf = (id: string) =>
        links.filter(({ userId }) => userId === id).map(({ siteId }) => siteId);
      const people = new Map(users.map(({ id, ...rest }) => [id, { ...rest, siteIds: siteIdsOf(id) }]));
      const snapshot = { at: moment, by, people, sites: new Map(sites.map(({ id, name }) => [id, name])) };
      // What happens within one millisecond is one thing to whoever looks later.
      if (snapshots.at(-1)?.at === moment) snapshots.pop();
      snapshots.push(snapshot);
    },

    whoCouldEnter(siteId: string, moment: number): Expected[] {
      const index = at(moment);
      const snapshot = snapshots[index];
      if (snapshot === undefined || !snapshot.sites.has(siteId)) return [];
      return [...snapshot.people].flatMap(([userId, person]) =>
        enters(person, siteId, moment)
          ? [
              {
                userId,
                name: erased.has(userId) ? null : person.name,
                role: person.role,
                by: granter(userId, siteId, index),
              },
            ]
          : [],
      );
    },

    siteName: (siteId: string, moment: number): string | undefined =>
      snapshots[at(moment)]?.sites.get(siteId),

    /** Moments within a window at which somebody may come or go. */
    turns(from: number, before: number): number[] {
      const leaving = snapshots.flatMap(({ people }) =>
        [...people.values()].map(({ leavesAt }) => leavesAt ?? 0),
      );
      const changes = [...snapshots.map((snapshot) => snapshot.at), ...leaving];
      return [from, ...changes.filter((moment) => moment > from && moment < before)];
    },
  };
}
