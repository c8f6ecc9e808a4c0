import type BetterSqlite3 from 'better-sqlite3';
import { connect, makeDurable } from '../../../core/db/connection';
import type { Person } from './population';

const schema = `
  create table person (id text primary key, email text not null unique, name text not null, role text, status text not null,
    site text, created integer not null, active_at integer) strict;
  create index person_by_role on person (role, email, id);
  create index person_by_status on person (status, role);
  create table invitation (id text primary key, email text unique, role text, site text, token text unique,
    expires integer, accepted integer) strict;
  create table session (id text primary key, person text not null, token text not null unique, ends integer not null) strict;
  create index session_by_person on session (person);
  create table audit (n integer primary key, at integer, actor text, action text, subject text, data text) strict;
  create virtual table search using fts5 (name, email, content = 'person', tokenize = 'trigram', columnsize = 0);`;

export interface RawDesk {
  listPage(): unknown;
  /** A keyset page behind the middle. */
  middleFrom(): () => unknown;
  /** Counts up to 1 000 hits; many are met soonest by walking the list itself. */
  search(needle: string): unknown;
  filterByRole(role: string): unknown;
  statistics(): unknown;
  checkSession(): unknown;
  invite(email: string, token: string): void;
  accept(token: string): void;
  deactivate(index: number): void;
  close(): void;
}

/** A good schema and prepared statements by hand, under our pragmas and our cipher: what the engine can do at best. */
export function makeRaw(
  people: Iterable<Person>,
  { path, key, newId }: { path: string; key: Uint8Array; newId: () => string },
): RawDesk {
  const db = connect(path, key);
  makeDurable(db);
  db.exec(schema);
  const ids = insertPeople(db, people, newId);
  return rawDesk(db, ids, newId);
}

function insertPeople(db: BetterSqlite3.Database, people: Iterable<Person>, newId: () => string): string[] {
  const insert = db.prepare('insert into person values (?, ?, ?, ?, ?, ?, ?, ?)');
  const ids: string[] = [];
  db.exec('begin');
  for (const { email, name, role, active, sites, createdAt, lastActivityAt } of people) {
    const id = newId();
    const site = sites[0] === undefined ? null : `Site ${sites[0]}`;
    const status = active ? 'active' : 'inactive';
    insert.run(id, email, name, active ? role : null, status, site, createdAt, lastActivityAt);
    ids.push(id);
  }
  db.exec("insert into search (search) values ('rebuild')");
  db.exec('commit');
  return ids;
}

function rawDesk(db: BetterSqlite3.Database, ids: readonly string[], newId: () => string): RawDesk {
  const total = db.prepare('select count(*) as count from person');
  const page = db.prepare('select * from person order by email, id limit 50');
  const offset = db.prepare('select email, id from person order by email, id limit 1 offset ?');
  const after = db.prepare('select * from person where (email, id) > (?, ?) order by email, id limit 50');
  const hits = db.prepare(
    'select count(*) as count from (select 1 from search where search match ? limit 1001)',
  );
  const few = db.prepare(
    'select p.* from search s join person p on p.rowid = s.rowid where search match ? order by p.email, p.id limit 50',
  );
  const walk = db.prepare(
    "select * from person where instr(name || ' ' || email, ?) > 0 order by email, id limit 50",
  );
  const ofRole = db.prepare('select * from person where role = ? order by email, id limit 50');
  const countRole = db.prepare('select count(*) as count from person where role = ?');
  const groups = db.prepare('select status, role, count(*) as count from person group by status, role');
  const session = db.prepare(
    'select s.ends, p.status, p.role from session s join person p on p.id = s.person where s.id = ?',
  );
  const startSession = db.prepare('insert into session values (?, ?, ?, ?)');
  const begin = db.prepare('begin immediate');
  const commit = db.prepare('commit');
  const audit = db.prepare('insert into audit (at, actor, action, subject, data) values (?, ?, ?, ?, ?)');
  const invite = db.prepare('insert into invitation values (?, ?, ?, ?, ?, ?, null)');
  const byToken = db.prepare<[string], { id: string; email: string; role: string }>(
    'select id, email, role from invitation where token = ?',
  );
  const accept = db.prepare('update invitation set accepted = ? where id = ?');
  const join = db.prepare('insert into person values (?, ?, ?, ?, ?, ?, ?, null)');
  // Who has joined is found by the search as well.
  const findable = db.prepare('insert into search (rowid, name, email) values (?, ?, ?)');
  const deactivate = db.prepare(
    "update person set status = 'inactive', role = null, site = null where id = ?",
  );
  const endSessions = db.prepare('delete from session where person = ?');

  const sessionId = newId();
  startSession.run(sessionId, ids[0], newId(), Date.now() + 86_400_000);

  function written(work: () => void): void {
    begin.run();
    work();
    commit.run();
  }

  return {
    listPage: () => [total.get(), page.all()],
    middleFrom() {
      const at = offset.get(Math.floor(ids.length / 2)) as { email: string; id: string };
      return () => after.all(at.email, at.id);
    },
    search(needle) {
      const phrase = `"${needle.replaceAll('"', '""')}"`;
      const { count } = hits.get(phrase) as { count: number };
      return count > 1000 ? walk.all(needle) : few.all(phrase);
    },
    filterByRole: (role) => [countRole.get(role), ofRole.all(role)],
    statistics: () => groups.all(),
    checkSession: () => session.get(sessionId),
    invite(email, token) {
      written(() => {
        const id = newId();
        invite.run(id, email, 'member', 'Site 1', token, Date.now());
        audit.run(Date.now(), ids[0], 'invitation.create', id, JSON.stringify({ email, role: 'member' }));
      });
    },
    accept(token) {
      written(() => {
        const found = byToken.get(token);
        if (found === undefined) throw new Error('No such invitation');
        const id = newId();
        accept.run(Date.now(), found.id);
        const joined = join.run(id, found.email, 'Somebody New', found.role, 'active', 'Site 1', Date.now());
        findable.run(joined.lastInsertRowid, 'Somebody New', found.email);
        audit.run(Date.now(), id, 'invitation.accept', found.id, JSON.stringify({ email: found.email }));
      });
    },
    deactivate(index) {
      written(() => {
        const id = ids[index];
        deactivate.run(id);
        endSessions.run(id);
        audit.run(
          Date.now(),
          ids[0],
          'user.deactivate',
          id,
          JSON.stringify({ status: ['active', 'inactive'] }),
        );
      });
    },
    close: () => void db.close(),
  };
}
