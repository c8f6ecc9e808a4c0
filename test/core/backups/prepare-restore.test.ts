import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareRestore } from '../../../core/backups/restore/prepare-restore';
import { openDatabase } from '../../../core/db/open';
import { readLiveCode } from '../../../core/services/recovery/recovery-rows';
import { migrationsUpTo } from '../../migrations/earlier';
import { releases } from '../../migrations/releases';
import { tempFolder } from '../../support/db';
import { openOptions, testKey } from '../../support/options';
import { createDesk, type Desk, day, hour, temporaryPassword } from '../services/desk';
import { invite, sendVia } from '../services/mailing';
import { auditOf, countOf, refused } from '../services/observe';
import { backUp, inputFor, opened, restore, restoredAt } from './restoring';

const backupOf = (desk: Desk) => backUp(desk.db, join(tempFolder(), 'one.atrium-backup'));
const folderOf = (desk: Desk) => dirname(desk.db.path);

/** Closes the desk, restores and starts it again on what is there then. */
function restored(desk: Desk, backup: string, given: Parameters<typeof restore>[2] = {}) {
  const folder = folderOf(desk);
  desk.db.close();
  const prepared = restore(folder, backup, given);
  desk.clock.set(given.now ?? restoredAt);
  return { prepared, desk: desk.restart() };
}

describe('a restored desk', () => {
  it('has the people of then, and nothing of what came after', async () => {
    const before = await createDesk();
    await before.person({ email: 'bo@marina.example' });
    const backup = backupOf(before);
    await before.person({ email: 'late@marina.example' });
    const { desk } = restored(before, backup);
    const emails = desk.db.statement<{ email: string }>('select email from user order by email').all();
    expect(emails.map(({ email }) => email)).toEqual(['ada@marina.example', 'bo@marina.example']);
    expect((await desk.signIn('bo@marina.example')).userId).toBeTruthy();
  });

  it('lets nobody go on who was signed in when the backup was made', async () => {
    const before = await createDesk();
    const held = await before.signIn('ada@marina.example');
    const { desk, prepared } = restored(before, backupOf(before));
    expect(desk.services.sessions.check(held.sessionId)).toEqual({ live: false, why: 'restored' });
    expect(prepared.sessionsEnded).toBeGreaterThan(0);
  });

  it('takes no temporary password of then: it may have been spent since', async () => {
    const before = await createDesk();
    await before.person({ email: 'bo@marina.example', temporary: true });
    const { desk, prepared } = restored(before, backupOf(before), { now: before.clock.now() + hour });
    expect(prepared.passwordsVoided).toBe(1);
    await refused(() => desk.signIn('bo@marina.example', temporaryPassword), 'sign_in.temporary_expired');
  });

  it('takes no link and no code of then, and can send both anew', async () => {
    const before = await createDesk();
    const { id, code } = invite(before);
    const { desk, prepared } = restored(before, backupOf(before), { now: before.clock.now() + hour });
    expect(prepared.invitationsVoided).toBe(1);
    await refused(() => desk.services.invitations.lookUp({ secret: code }), 'invitation.dead');
    const admin = await desk.signIn('ada@marina.example');
    const actor = { ...admin, role: admin.grant.role, siteIds: admin.grant.siteIds };
    const again = desk.services.invitations.resend(actor, { id });
    expect(desk.services.invitations.lookUp({ secret: again.code })).toMatchObject({
      email: 'bo@guests.example',
    });
  });

  it('sends no mail by itself that waited then', async () => {
    const before = await createDesk();
    sendVia(before, { port: 1 });
    invite(before);
    const { desk, prepared } = restored(before, backupOf(before));
    expect(prepared.mailsStopped).toBe(1);
    const row = desk.db.statement('select state, secrets, next_attempt_at as due from mail_message').get();
    expect(row).toEqual({ state: 'unconfirmed', secrets: null, due: null });
  });

  it('goes on as another desk: no number of its log and no reading of its clock comes again', async () => {
    const before = await createDesk();
    const backup = backupOf(before);
    before.clock.set(restoredAt + 5 * day);
    before.db.write(null, (tx) => tx.audit({ action: 'audit.read' }));
    const last = 'select max(hlc) as reading from audit_event';
    const { reading } = before.db.statement<{ reading: string }>(last).get() ?? { reading: '' };
    const { desk } = restored(before, backup, { now: restoredAt });
    expect(desk.db.deskId).not.toBe(before.db.deskId);
    const entry = desk.db
      .statement<{ n: number; hlc: string }>('select n, hlc from audit_event where desk_id = ?')
      .get(desk.db.deskId);
    expect(entry?.n).toBe(1);
    expect((entry?.hlc ?? '') > reading).toBe(true);
  });

  it('remembers the latest moment this desk has seen, and its own recovery code', async () => {
    const before = await createDesk();
    const backup = backupOf(before);
    const { code } = before.services.recovery.renew(before.admin);
    before.db.client
      .prepare('insert into clock_mark (id, high_water_at) values (1, ?)')
      .run(restoredAt + day);
    const { desk } = restored(before, backup);
    const mark = desk.db.statement<{ at: number }>('select high_water_at as at from clock_mark').get();
    expect(mark?.at).toBe(restoredAt + day);
    expect(readLiveCode(desk.db)).toBeDefined();
    const newPassword = 'eight loud magpies';
    expect(await desk.services.recovery.use({ code, email: 'ada@marina.example', newPassword })).toEqual({
      email: 'ada@marina.example',
    });
  });

  it('says in its log what was restored, by whom, and where both logs ended', async () => {
    const before = await createDesk();
    const backup = backupOf(before);
    const chief = await before.actor({
      email: 'eva@marina.example',
      displayName: 'Eva Ny',
      role: 'tenant_admin',
    });
    const { desk, prepared } = restored(before, backup, { actor: { id: chief.userId, name: 'Eva Ny' } });
    const [entry] = auditOf(desk.db, 'backup.restore');
    expect(entry).toMatchObject({
      actorId: chief.userId,
      data: { restoredBy: 'Eva Ny', backupAt: prepared.backupAt },
    });
    const heads = (which: string) => (entry?.data[which] ?? []) as string[];
    const [restoredHeads, leftHeads] = [heads('restoredHeads'), heads('leftHeads')];
    expect(restoredHeads).toEqual([
      expect.stringMatching(new RegExp(`^${before.db.deskId} \\d+ [0-9a-f]{64}$`)),
    ]);
    expect(Number(leftHeads[0]?.split(' ')[1])).toBeGreaterThan(Number(restoredHeads[0]?.split(' ')[1]));
    expect(prepared.head).toMatchObject({ deskId: desk.db.deskId, n: 1 });
  });

  it('can be one whose own database is gone: time goes on from what else is known', async () => {
    const before = await createDesk();
    const backup = backupOf(before);
    const folder = tempFolder();
    const prepared = restore(folder, backup, { current: null, latestKnown: restoredAt + 9 * day });
    const db = opened(folder);
    const [entry] = db
      .statement<{ hlc: string }>('select hlc from audit_event where desk_id = ?')
      .all(db.deskId);
    expect(Number.parseInt(entry?.hlc.slice(0, 12) ?? '', 16)).toBeGreaterThanOrEqual(restoredAt + 9 * day);
    expect(auditOf(db, 'backup.restore')[0]?.data).toMatchObject({ leftHeads: [] });
    expect(prepared.head.n).toBe(1);
    db.close();
  });
});

describe('a backup of an earlier version', () => {
  it.each(Object.keys(releases))(
    'that ended with %s is brought to this one before anything is replaced',
    async (tag) => {
      const path = join(tempFolder(), 'earlier.atrium-backup');
      const earlier = openDatabase({ ...openOptions(path), migrationsFolder: migrationsUpTo(tag) });
      releases[tag]?.fill(earlier);
      earlier.close();
      const folder = tempFolder();
      restore(folder, path, { current: null });
      const db = opened(folder);
      expect(db.client.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(countOf(db, 'user')).toBe(2);
      db.close();
    },
  );
});

describe('a backup that can’t be restored', () => {
  async function tryIt(spoil: (backup: string) => void, key: Uint8Array = testKey) {
    const desk = await createDesk();
    const backup = backupOf(desk);
    desk.db.close();
    spoil(backup);
    const before = readFileSync(desk.db.path);
    return {
      act: () => prepareRestore(inputFor(desk.db.path, backup, { backup: { path: backup, key } })),
      untouched() {
        expect(readFileSync(desk.db.path).equals(before)).toBe(true);
        expect(existsSync(join(folderOf(desk), 'restoring'))).toBe(false);
        expect(readdirSync(folderOf(desk)).filter((name) => /-wal|-shm/.test(name))).toEqual([]);
      },
    };
  }

  it('because a bit of it is flipped', async () => {
    const { act, untouched } = await tryIt((backup) => {
      const bytes = readFileSync(backup);
      bytes[bytes.length - 2000] = (bytes[bytes.length - 2000] ?? 0) ^ 4;
      writeFileSync(backup, bytes);
    });
    await refused(act, 'backup.damaged');
    untouched();
  });

  it.each([0, 100, 4096, 10_000])('because it is cut off after %d bytes', async (size) => {
    const { act, untouched } = await tryIt((backup) => truncateSync(backup, size));
    await refused(act, 'backup.damaged');
    untouched();
  });

  it('because it is no database at all', async () => {
    const { act, untouched } = await tryIt((backup) => writeFileSync(backup, 'Lorem ipsum '.repeat(5000)));
    await refused(act, 'backup.damaged');
    untouched();
  });

  it('because it was made under another key', async () => {
    const { act, untouched } = await tryIt(() => undefined, Buffer.alloc(32, 9));
    await refused(act, 'backup.other_key');
    untouched();
  });

  it('because a newer version made it', async () => {
    const desk = await createDesk();
    desk.db.client
      .prepare(
        'insert into __drizzle_migrations (hash, created_at) select hash, max(created_at) + 86400000 from __drizzle_migrations',
      )
      .run();
    const backup = backupOf(desk);
    await refused(
      () => prepareRestore(inputFor(join(tempFolder(), 'atrium.db'), backup, { current: null })),
      'restore.newer',
    );
  });

  it('because nobody was set up in it', async () => {
    const empty = opened(tempFolder());
    const backup = backUp(empty, join(tempFolder(), 'empty.atrium-backup'));
    empty.close();
    const input = inputFor(join(tempFolder(), 'atrium.db'), backup, { current: null });
    await refused(() => prepareRestore(input), 'restore.empty');
  });

  it('because nobody could sign in: the only administrator of then had a temporary password', async () => {
    const desk = await createDesk();
    const other = await desk.actor({ role: 'tenant_admin' });
    desk.services.users.deactivate(other, { id: desk.admin.userId });
    const spoilt = 'update credential set temporary_expires_at = 1, must_change = 1 where id = ?';
    desk.db.client.prepare(spoilt).run(other.userId);
    const input = inputFor(join(tempFolder(), 'atrium.db'), backupOf(desk), { current: null });
    await refused(() => prepareRestore(input), 'restore.no_admin');
  });
});

it('a data folder that takes nothing is said of the folder, not of the backup', async () => {
  const desk = await createDesk();
  const file = join(tempFolder(), 'no-folder');
  writeFileSync(file, '');
  const input = inputFor(join(file, 'atrium.db'), backupOf(desk), { current: null });
  await refused(() => prepareRestore(input), 'database.unreadable');
});

it('a backup on a medium that can’t be written to stays as it is', async () => {
  const desk = await createDesk();
  const backup = backupOf(desk);
  const before = readFileSync(backup);
  restore(tempFolder(), backup, { current: null });
  expect(readFileSync(backup).equals(before)).toBe(true);
  expect(readdirSync(dirname(backup))).toEqual(['one.atrium-backup']);
});
