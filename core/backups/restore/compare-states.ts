import { namedAtMost, type RestorePreview, type Standing } from '../../contract/restore-preview';
import type { ReadDb } from '../../db/types';
import type { Erasure } from '../../ports';
import { entryCount } from '../../services/audit-log/entry-rows';
import { alive } from '../../services/erasure/erased';
import { latestLicence } from '../../services/licence/licence-rows';
import { readOrganisation } from '../../services/organisation/organisation-rows';

interface Person extends Standing {
  id: string;
  name: string;
  email: string;
}

/** As counted and named on the Users page: everybody who isn't erased. */
const people = `select u.id, u.display_name as name, u.email, u.status, u.role,
    (select json_group_array(name) from (
       select s.name from user_site l join site s on s.id = l.site_id
       where l.user_id = u.id and l.deleted_hlc is null order by s.name_key)) as sites
  from user u where u.deleted_hlc is null order by u.email_key, u.id`;

function peopleOf(db: ReadDb): Map<string, Person> {
  const rows = db.statement<Omit<Person, 'sites'> & { sites: string }>(people).all();
  return new Map(rows.map((row) => [row.id, { ...row, sites: JSON.parse(row.sites) as string[] }]));
}

function count(db: ReadDb, sql: string, ...given: number[]): number {
  return db.statement<{ n: number }>(`select count(*) as n from ${sql}`).get(...given)?.n ?? 0;
}

const counted = {
  invitations: 'invitation where accepted_at is null and removed_at is null and deleted_hlc is null',
  visits: 'visit where deleted_hlc is null',
  sites: 'site where archived_at is null and deleted_hlc is null',
};

const pending = `${counted.invitations} and coalesce(token_hash, code_hash) is not null and expires_at > ?`;

interface States {
  /** This desk as it is; `null`: it can't be read, or nobody was set up. */
  now: ReadDb | null;
  /** The backup, brought to this version. */
  then: ReadDb;
  erasures: readonly Erasure[];
  at: number;
}

type Compared = Omit<RestorePreview, 'earlierVersion'>;

/** What restoring would change. Who is erased by now is in neither: nobody gets to see them again. */
export function compareStates({ now, then, erasures, at }: States): Compared {
  const erased = (kind: Erasure['kind']) => alive(then, kind, erasures);
  const erasedPeople = erased('user');
  const before = now === null ? null : peopleOf(now);
  const after = peopleOf(then);
  for (const id of erasedPeople) after.delete(id);
  const gone = [...(before ?? new Map<string, Person>()).values()].filter(({ id }) => !after.has(id));
  const both = [...after.values()].flatMap((later) => {
    const current = before?.get(later.id);
    return current === undefined ? [] : [{ current, later }];
  });
  const isRevived = ({ current, later }: (typeof both)[number]) =>
    current.status === 'inactive' && later.status === 'active';
  const changed = both.filter(
    (pair) => !isRevived(pair) && !same(standingOf(pair.current), standingOf(pair.later)),
  );
  const licence = (db: ReadDb | null) => (db === null ? null : (latestLicence(db)?.importedAt ?? null));
  const nowAndThen = (kind: keyof typeof counted) => ({
    now: now === null ? null : count(now, counted[kind]),
    restored: count(then, counted[kind]),
  });
  return {
    backupAt: lastMoment(then) ?? 0,
    nowAt: now === null ? null : lastMoment(now),
    entriesLeft: now === null ? 0 : Math.max(0, entryCount(now) - entryCount(then)),
    organisation: readOrganisation(then)?.name ?? '',
    otherOrganisation: now !== null && readOrganisation(now)?.id !== readOrganisation(then)?.id,
    people: { now: before?.size ?? null, restored: after.size },
    invitations: nowAndThen('invitations'),
    visits: nowAndThen('visits'),
    sites: nowAndThen('sites'),
    gone: listed(gone, named),
    revived: listed(
      both.filter(isRevived).map(({ later }) => later),
      named,
    ),
    changed: listed(changed, ({ current, later }) => ({
      ...named(current),
      now: standingOf(current),
      restored: standingOf(later),
    })),
    erasedAgain: {
      people: erasedPeople.length,
      invitations: erased('invitation').length,
      visits: erased('visit').length,
    },
    mailsStopped: count(then, "mail_message where state = 'queued'"),
    invitationsVoided: count(then, pending, at),
    passwordsVoided: count(then, 'credential where temporary_expires_at > ? and deleted_hlc is null', at),
    licence: { now: licence(now), restored: licence(then) },
  };
}

function lastMoment(db: ReadDb): number | null {
  return db.statement<{ at: number | null }>('select max(at) as at from audit_event').get()?.at ?? null;
}

function named({ name, email }: Person): { name: string; email: string } {
  return { name, email };
}

function standingOf({ status, role, sites }: Person): Standing {
  return { status, role, sites };
}

function same(one: Standing, other: Standing): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function listed<T, Told>(all: readonly T[], tell: (one: T) => Told): { total: number; named: Told[] } {
  return { total: all.length, named: all.slice(0, namedAtMost).map(tell) };
}
