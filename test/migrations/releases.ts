import { expect } from 'vitest';
import { chainStart, entryHash } from '../../core/db/audit';
import { createIds } from '../../core/db/ids';
import { personalHash } from '../../core/db/personal';
import type { Database } from '../../core/db/types';
import { settingDefaults } from '../../core/domain/settings';
import { createServices } from '../../core/services/create-services';
import { rebuild } from '../../core/services/directory/rebuild';
import { requireOrganisation } from '../../core/services/organisation/organisation-rows';
import { systemRandom } from '../../core/system';
import { brokenEntry } from '../support/audit-chain';
import { fakeClock } from '../support/clock';
import { cheapHasher } from '../support/hasher';
import { mailPorts } from '../support/mail/ports';

/** Rows as a version wrote them, in plain SQL: today's code knows today's tables only. And what must be true of them now. */
interface Release {
  fill(db: Database): void;
  check(db: Database): void;
}

const at = Date.UTC(2026, 9, 1);
const uuid = (n: number) => `0199a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [organisationId, siteId, adaId, boId, invitationId] = [1, 2, 3, 4, 5].map(uuid) as [
  string,
  string,
  string,
  string,
  string,
];
const hlc = (n: number) => `${at.toString(16).padStart(12, '0')}${String(n).padStart(4, '0')}-desk`;

function run(db: Database, sql: string, ...parameters: (string | number | null)[]): void {
  db.client.prepare(sql).run(...parameters);
}

function person(db: Database, id: string, name: string, role: string): void {
  const email = `${name.toLowerCase()}@example.org`;
  run(
    db,
    `insert into user (id, email, email_key, display_name, status, role, created_at, created_hlc, ver)
     values (?, ?, ?, ?, 'active', ?, ?, ?, '{}')`,
    ...[id, email, email, name, role, at, hlc(1)],
  );
  run(
    db,
    `insert into credential (id, hash, must_change, changed_at, created_hlc, ver) values (?, ?, 0, ?, ?, '{}')`,
    ...[id, 'cheap:v2:seven quiet ferns', at, hlc(1)],
  );
}

/** The first entry of this desk's chain: that version kept names of sites without their ids, and no names beside them. */
function creation(db: Database): void {
  const salt = '00'.repeat(16);
  const hash = personalHash(salt, 'Bo');
  const value = 'insert into personal_value (id, person_id, salt, hash, value) values (?, ?, ?, ?, ?)';
  run(db, value, uuid(90), boId, salt, hash, 'Bo');
  const entry = {
    id: uuid(91),
    deskId: db.deskId,
    n: 1,
    at,
    hlc: hlc(2),
    actorId: adaId,
    action: 'user.create',
    outcome: 'done' as const,
    subjectType: 'user',
    subjectId: boId,
    siteId: null,
    data: `{"displayName":{"$personal":"${uuid(90)}","hash":"${hash}"},"role":"member","sites":["Harbour House"]}`,
  };
  run(
    db,
    `insert into audit_event
       (id, desk_id, n, at, hlc, actor_id, action, outcome, subject_type, subject_id, site_id, data, previous_hash, hash)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...Object.values(entry),
    chainStart,
    entryHash(chainStart, entry),
  );
}

/** An organisation with a site, its administrator, a member and somebody invited. */
function nordhaus(db: Database): void {
  const organisation = `insert into organisation (id, name, role_model, created_at, created_hlc, ver)
    values (?, 'Nordhaus', 'three', ?, ?, '{}')`;
  run(db, organisation, organisationId, at, hlc(1));
  const site = `insert into site (id, name, name_key, created_at, created_hlc, ver)
    values (?, 'Harbour House', 'harbour house', ?, ?, '{}')`;
  run(db, site, siteId, at, hlc(1));
  person(db, adaId, 'Ada', 'tenant_admin');
  person(db, boId, 'Bo', 'member');
  const access = "insert into user_site (id, user_id, site_id, created_hlc, ver) values (?, ?, ?, ?, '{}')";
  run(db, access, uuid(6), boId, siteId, hlc(1));
  run(
    db,
    `insert into invitation
       (id, email, email_key, role, inviter_id, created_at, sent_at, expires_at, token_hash, code_hash, created_hlc, ver)
     values (?, 'cid@example.org', 'cid@example.org', 'member', ?, ?, ?, ?, 't', 'c', ?, '{}')`,
    ...[invitationId, adaId, at, at, at + 7 * 86_400_000, hlc(1)],
  );
  const offer =
    "insert into invitation_site (id, invitation_id, site_id, created_hlc, ver) values (?, ?, ?, ?, '{}')";
  run(db, offer, uuid(7), invitationId, siteId, hlc(1));
  run(
    db,
    `insert into change_op (op_id, txn_id, tbl, pk, patch, base, hlc) values ('o', 't', 'site', ?, '{}', '{}', ?)`,
    ...[siteId, hlc(1)],
  );
  creation(db);
}

function servicesOver(db: Database) {
  const clock = fakeClock(at + 1000);
  return createServices({
    db,
    clock,
    ids: createIds({ clock, random: systemRandom }),
    random: systemRandom,
    hasher: cheapHasher(),
    announce: () => undefined,
    commonPasswords: { has: () => false },
    mail: mailPorts(),
    licenceKeys: { publicKeys: [] },
  });
}

/** What every version's rows come to: the services read them, with the defaults of what that version didn't know. */
function readable(db: Database): void {
  expect(requireOrganisation(db)).toMatchObject({
    name: 'Nordhaus',
    roleModel: 'three',
    version: 1,
    ...settingDefaults,
  });
  expect(brokenEntry(db)).toBeNull();
  const services = servicesOver(db);
  const ada = actorOf(services, adaId);
  expect(services.users.get(ada, { id: boId })).toMatchObject({
    email: 'bo@example.org',
    role: 'member',
    sites: [{ id: siteId, name: 'Harbour House' }],
    leavesAt: null,
  });
  expect(services.users.deactivationPreview(ada, { id: boId })).toMatchObject({ visitsHosted: 0 });
  expect(services.users.history(ada, { id: boId, before: null, limit: 10 }).entries).toEqual([
    {
      id: uuid(91),
      at,
      action: 'user.create',
      outcome: 'done',
      actor: { id: adaId, name: null },
      changes: [
        { field: 'displayName', before: null, after: 'Bo' },
        { field: 'role', before: null, after: 'member' },
        { field: 'sites', before: null, after: 'Harbour House' },
      ],
      undoable: false,
    },
  ]);
  expect(services.directory.statistics(ada)).toMatchObject({
    users: { total: 2 },
    pending: { total: 1 },
  });
}

function actorOf(services: ReturnType<typeof servicesOver>, userId: string) {
  const { sessionId, grant } = services.sessions.startFor(userId);
  return { userId, sessionId, role: grant.role, siteIds: grant.siteIds };
}

/** Keyed by the migration that came last in that version. */
export const releases: Record<string, Release> = {
  '0000_first': {
    fill: nordhaus,
    check(db) {
      db.write(null, rebuild);
      readable(db);
      const found = 'select rowid from directory_search where directory_search match ?';
      expect(db.statement(found).all('"ada@example"')).toHaveLength(1);
      expect(() => db.client.prepare('delete from audit_event').run()).toThrow('insert-only');
    },
  },
  '0001_search_and_audit': {
    fill: nordhaus,
    check(db) {
      db.write(null, rebuild);
      readable(db);
    },
  },
  '0002_accounts_licence_visits': {
    fill: nordhaus,
    check(db) {
      db.write(null, rebuild);
      readable(db);
    },
  },
  '0003_mail': {
    fill(db) {
      nordhaus(db);
      const entry = `insert into directory_entry
        (n, id, kind, email, email_key, search_text, status_rank, expires_at, role, role_rank, site_key, created_at,
          activity_at, password_due)
        values (?, ?, 'user', ?, ?, '', 0, 0, 'member', 1, '', ?, ?, 0)`;
      const offices = [siteId, uuid(8)];
      run(db, entry, 1, boId, 'bo@example.org', 'bo@example.org', at, at);
      run(db, entry, 2, adaId, 'ada@example.org', 'ada@example.org', at, at);
      for (const office of offices.reverse())
        run(db, 'insert into directory_site (site_id, n) values (?, 1)', office);
    },
    check(db) {
      const sets = db.statement<{ sites: string }>(
        'select site_set as sites from directory_entry order by n',
      );
      expect(sets.all().map(({ sites }) => sites)).toEqual([`${siteId},${uuid(8)}`, '']);
      expect(() => db.client.prepare('delete from audit_event').run()).toThrow('insert-only');
      db.write(null, rebuild);
      readable(db);
    },
  },
  '0004_fewer_pages_per_write': {
    fill: nordhaus,
    check(db) {
      db.write(null, rebuild);
      readable(db);
    },
  },
  '0005_backups': {
    fill: nordhaus,
    check(db) {
      db.write(null, rebuild);
      readable(db);
    },
  },
  '0006_what_was_at_a_moment': {
    fill(db) {
      nordhaus(db);
      const kit = `insert into recovery_code (id, code_hash, created_at, confirmed_at, used_at, replaced_at)
        values (?, 'hash', ?, ?, null, null)`;
      run(db, kit, uuid(70), at, at);
    },
    check(db) {
      db.write(null, rebuild);
      readable(db);
      // A kit from before holds no key of the database, so it is due again.
      const services = servicesOver(db);
      expect(services.recovery.status(actorOf(services, adaId))).toMatchObject({ state: 'withoutKey' });
    },
  },
  '0007_recovery_kit_key': {
    fill(db) {
      nordhaus(db);
      const value = `insert into personal_value (id, person_id, salt, hash, value) values (?, ?, '', '', ?)`;
      run(db, value, uuid(80), adaId, 'Ada');
      for (const [n, hash] of ['$argon2id$old', '$argon2id$previous', '$argon2id$now'].entries()) {
        run(db, value, uuid(81 + n), boId, hash);
      }
      run(
        db,
        `update credential set hash = '$argon2id$now', previous_hash = '$argon2id$previous' where id = ?`,
        boId,
      );
      for (const [n, [hostId, name]] of [
        [adaId, 'Ada'] as const,
        [boId, 'Bo of before'] as const,
      ].entries()) {
        run(
          db,
          `insert into visit (id, site_id, host_id, host_name, host_key, registered_by, created_at, expected_arrival_at,
             expected_departure_at, created_hlc, ver) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}')`,
          ...[uuid(85 + n), siteId, hostId, name, name.toLowerCase(), adaId, at, at, at, hlc(1)],
        );
        run(
          db,
          `insert into change_op (op_id, txn_id, tbl, pk, patch, base, hlc) values (?, 't', 'visit', ?, ?, '{}', ?)`,
          ...[
            `o${n}`,
            uuid(85 + n),
            JSON.stringify({ host_id: hostId, host_key: name, host_name: name }),
            hlc(1),
          ],
        );
      }
    },
    check(db) {
      const kept = db.column<string>(
        "select value from personal_value where value like '$argon2%' order by id",
      );
      expect(kept.all()).toEqual(['$argon2id$previous', '$argon2id$now']);
      // A host's name is referred to, like everybody's; one that nothing else holds is as if erased.
      const patches = db.column<string>("select patch from change_op where tbl = 'visit' order by n");
      expect(patches.all()).toEqual([
        `{"host_id":"${adaId}","host_name":{"$personal":"${uuid(80)}"}}`,
        `{"host_id":"${boId}","host_name":{"$personal":"erased"}}`,
      ]);
      db.write(null, rebuild);
      readable(db);
    },
  },
};
