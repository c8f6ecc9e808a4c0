import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareRestore } from '../../core/backups/restore/prepare-restore';
import { decide } from '../../core/backups/restore/staging';
import type { BackupToOpen } from '../../core/contract/restore';
import { recoveryKeyLines } from '../../core/domain/recovery-key';
import { fileAnchorStore } from '../../electron/platform/anchor/file-anchor';
import { macKeys } from '../../electron/platform/anchor/mac-key';
import { fileKeyStore } from '../../electron/platform/key-store/file-store';
import { tempFolder } from '../support/db';
import { licenceFile } from '../support/licence/development';
import { migrationsFolder } from '../support/options';
import { addPerson, admin, type ReadyDesk, startDesk, startReadyDesk } from './support/desk';

const day = 86_400_000;

type Test = Awaited<ReturnType<typeof startDesk>>;

const toOpen = (source: BackupToOpen['source'], typed: Partial<BackupToOpen> = {}): BackupToOpen => ({
  source,
  recoveryKey: null,
  passphrase: null,
  ...typed,
});

async function stateOf(test: Test, windowId = 1) {
  return (await test.ask(windowId, 'app.state', {})).value;
}

async function signIn(test: Test, windowId = 1) {
  const answer = await test.ask(windowId, 'session.signIn', admin);
  expect(answer.ok).toBe(true);
}

/** Makes one by hand; answers its id in the list, and where it lies. */
async function backUp(test: ReadyDesk): Promise<{ id: string; path: string; file: string }> {
  const { value } = await test.ask(test.windowId, 'backups.make', {});
  test.clock.advance(60_000);
  return { id: `own/${value.file}`, path: join(test.folder.backups, value.file), file: value.file };
}

async function people(test: Test, windowId = 1): Promise<number> {
  return (await test.ask(windowId, 'users.statistics', {})).value.users.total;
}

async function keyIn(path: string): Promise<Uint8Array> {
  return (await fileKeyStore(join(path, 'test.key')).read()) ?? new Uint8Array();
}

const typedKey = async (path: string) => recoveryKeyLines(await keyIn(path)).join('\n');

/** A key of its own, so that two desks have two. */
async function givenOtherKey(path: string): Promise<void> {
  await fileKeyStore(join(path, 'test.key')).write(Buffer.alloc(32, 5));
}

describe('Restore, over the organisation there is', () => {
  it('says what will change, and does it: everybody signs in again, and the state before is a backup', async () => {
    const test = await startReadyDesk();
    const { id, file } = await backUp(test);
    await addPerson(test, 'late@nordlicht.example', 'member');
    const other = test.openWindow();
    await signIn(test, other);

    const preview = await test.ask(1, 'restore.compare', toOpen({ from: 'list', id }));
    expect(preview.value).toMatchObject({
      people: { now: 2, restored: 1 },
      gone: { total: 1, named: [{ email: 'late@nordlicht.example' }] },
    });
    expect(await people(test)).toBe(2);

    expect((await test.ask(1, 'restore.run', toOpen({ from: 'list', id }))).error).toBeUndefined();
    for (const windowId of [1, other]) expect((await stateOf(test, windowId)).phase).toBe('signIn');
    const { restored } = await stateOf(test);
    expect(restored).toMatchObject({ backupAt: preview.value.backupAt, setAside: null });
    expect(test.windows.sent.filter(({ event }) => event === 'app.changed').at(-1)?.payload).toEqual({
      outcome: { did: 'restoring', error: null },
    });
    expect(readdirSync(test.folder.backups)).toEqual(expect.arrayContaining([file, restored?.keptAs]));

    await signIn(test);
    expect(await people(test)).toBe(1);
    expect(test.faults).toEqual([]);

    // The restore itself is undone by restoring what was kept.
    const kept = toOpen({ from: 'list', id: `own/${restored?.keptAs}` });
    expect((await test.ask(1, 'restore.compare', kept)).value.people).toEqual({ now: 1, restored: 2 });
    await test.ask(1, 'restore.run', kept);
    await signIn(test);
    expect(await people(test)).toBe(2);
  });

  it('is noted in the log, which stays whole and says that it was restored', async () => {
    const test = await startReadyDesk();
    const { id } = await backUp(test);
    await addPerson(test, 'late@nordlicht.example', 'member');
    await test.ask(1, 'restore.run', toOpen({ from: 'list', id }));
    await signIn(test);
    const filter = {
      actorId: null,
      subjectId: null,
      topic: null,
      siteId: null,
      from: null,
      before: null,
      text: '',
    };
    const { entries } = (await test.ask(1, 'audit.page', { filter, after: null, limit: 50 })).value;
    const entry = entries.find(({ action }) => action === 'backup.restore');
    expect(entry?.actor?.name).toBe('Ada Berg');
    const { value: verdict } = await test.ask(1, 'audit.verify', {});
    expect(verdict).toMatchObject({ problem: null, desks: 2, anchor: { state: 'kept' } });
    expect(verdict.restores).toMatchObject([{ left: expect.any(Number) }]);
    expect(entries.filter(({ action }) => action === 'audit.broken' || action === 'audit.anchor')).toEqual(
      [],
    );
  });

  it('works with a licence that is over, and is a Tenant-Admin’s alone', async () => {
    const test = await startReadyDesk();
    const member = await addPerson(test, 'bo@nordlicht.example', 'member');
    const { id } = await backUp(test);
    const validUntil = test.clock.now() + 60_000;
    await test.ask(1, 'licence.import', { file: await licenceFile({ validUntil }) });
    test.clock.set(validUntil + 31 * day);
    const { email, password } = member;
    await test.ask(member.windowId, 'session.signIn', { email, password });
    const denied = await test.ask(member.windowId, 'restore.run', toOpen({ from: 'list', id }));
    expect(denied.error).toEqual({ code: 'access.denied', data: { resource: 'backup', action: 'restore' } });
    await signIn(test);
    expect((await test.ask(1, 'licence.notice', {})).value.state).toBe('readOnly');
    expect((await test.ask(1, 'restore.run', toOpen({ from: 'list', id }))).ok).toBe(true);
    await signIn(test);
    // The licence was imported after that backup: Community is in force again, as it was then.
    expect((await test.ask(1, 'licence.get', {})).value).toMatchObject({
      tier: 'Community',
      state: 'active',
    });
  });

  it('leaves everything as it was when the backup turns out to be damaged', async () => {
    const test = await startReadyDesk();
    const { id, path } = await backUp(test);
    const bytes = readFileSync(path);
    bytes[bytes.length - 2000] = (bytes[bytes.length - 2000] ?? 0) ^ 4;
    writeFileSync(path, bytes);
    expect((await test.ask(1, 'restore.run', toOpen({ from: 'list', id }))).error.code).toBe(
      'backup.damaged',
    );
    expect((await stateOf(test)).restored).toBeNull();
    expect(existsSync(join(test.path, 'restoring'))).toBe(false);
    await signIn(test);
    expect(await people(test)).toBe(1);
  });

  it('takes a copy with its passphrase, and goes on under its own key', async () => {
    const test = await startReadyDesk();
    const passphrase = 'seven quiet ferns';
    const { saved } = (await test.ask(1, 'backups.makeCopy', { passphrase })).value;
    await addPerson(test, 'late@nordlicht.example', 'member');
    const key = await keyIn(test.path);
    test.windows.asked.backup = saved?.path ?? null;
    expect((await test.ask(1, 'restore.choose', {})).value.chosen).toMatchObject({ opensWith: 'passphrase' });
    const wrong = toOpen({ from: 'file' }, { passphrase: 'seven loud ferns' });
    expect((await test.ask(1, 'restore.run', wrong)).error.code).toBe('backup.passphrase_wrong');
    expect((await stateOf(test)).phase).toBe('ready');
    await test.ask(1, 'restore.run', toOpen({ from: 'file' }, { passphrase }));
    await signIn(test);
    expect(await people(test)).toBe(1);
    expect(Buffer.from(await keyIn(test.path)).equals(key)).toBe(true);
    expect(readdirSync(test.path).filter((name) => name.includes('unpacked'))).toEqual([]);
  }, 30_000);

  it('asks for the recovery key of a backup under another key, and holds up who guesses', async () => {
    const elsewhere = await startReadyDesk();
    const { path } = await backUp(elsewhere);
    const there = elsewhere.path;
    elsewhere.close();

    const here = tempFolder();
    await givenOtherKey(here);
    const test = await startReadyDesk({ folder: here });
    test.windows.asked.backup = path;
    expect((await test.ask(1, 'restore.choose', {})).value.chosen).toMatchObject({
      opensWith: 'recoveryKey',
    });
    const tried = async (recoveryKey: string | null) =>
      (await test.ask(1, 'restore.compare', toOpen({ from: 'file' }, { recoveryKey }))).error?.code;
    expect(await tried(null)).toBe('backup.other_key');
    expect(await tried('K7Q3M')).toBe('key.recovery_length');
    const foreign = recoveryKeyLines(Buffer.alloc(32, 9)).join(' ');
    for (let count = 0; count < 4; count += 1) expect(await tried(foreign)).toBe('restore.key_wrong');
    expect(await tried(foreign)).toBe('restore.wait');
    expect(await tried(await typedKey(there))).toBe('restore.wait');
    test.clock.advance(6000);
    expect(await tried(await typedKey(there))).toBeUndefined();
  });

  it('goes on under the key of that backup, which this computer then keeps', async () => {
    const elsewhere = await startReadyDesk();
    const { path } = await backUp(elsewhere);
    const there = elsewhere.path;
    elsewhere.close();
    const here = tempFolder();
    await givenOtherKey(here);
    const test = await startReadyDesk({ folder: here });
    await addPerson(test, 'late@nordlicht.example', 'member');
    test.windows.asked.backup = path;
    await test.ask(1, 'restore.choose', {});
    const recoveryKey = await typedKey(there);
    const { value } = await test.ask(1, 'restore.compare', toOpen({ from: 'file' }, { recoveryKey }));
    expect(value).toMatchObject({ organisation: 'Nordlicht', otherOrganisation: true });
    expect((await test.ask(1, 'restore.run', toOpen({ from: 'file' }, { recoveryKey }))).ok).toBe(true);
    expect(Buffer.from(await keyIn(here)).equals(await keyIn(there))).toBe(true);
    await signIn(test);
    expect(await people(test)).toBe(1);
    // What was kept follows the key, so that the restore can still be undone.
    const { backups } = (await test.ask(1, 'backups.status', {})).value;
    expect(backups).toMatchObject([{ kind: 'restore', state: 'readable', holds: { people: 2 } }]);
    test.close();
    const again = await startDesk({ folder: here, clock: test.clock });
    await signIn(again, again.openWindow());
  });
});

describe('a restore that was cut off', () => {
  async function cutOff(decided: boolean) {
    const before = await startReadyDesk();
    const { path } = await backUp(before);
    await addPerson(before, 'late@nordlicht.example', 'member');
    const key = await keyIn(before.path);
    before.close();
    const { database } = before.folder;
    const { staging, prepared } = prepareRestore({
      database,
      backup: { path, key },
      newKey: null,
      current: { path: database, key },
      erasures: [],
      actor: null,
      latestKnown: 0,
      now: before.clock.now(),
      migrationsFolder,
    });
    const { deskId, n, hash } = prepared.head;
    const at = before.clock.now();
    fileAnchorStore(staging.anchorFile, macKeys(key, null, 'linux')).write({
      deskId,
      n,
      hash,
      at,
      since: at,
    });
    const note = { backupAt: prepared.backupAt, keptAs: null, setAside: null };
    if (decided) decide(staging, note);
    const test = await startDesk({ folder: before.path, clock: before.clock });
    test.openWindow();
    return { test };
  }

  it('before it was decided never happened', async () => {
    const { test } = await cutOff(false);
    expect((await stateOf(test)).restored).toBeNull();
    await signIn(test);
    expect(await people(test)).toBe(2);
    expect(existsSync(join(test.path, 'restoring'))).toBe(false);
  });

  it('after it was decided is finished by the next start, which says so', async () => {
    const { test } = await cutOff(true);
    expect((await stateOf(test)).restored).toMatchObject({ backupAt: expect.any(Number) });
    await signIn(test);
    expect(await people(test)).toBe(1);
    expect((await test.ask(1, 'audit.verify', {})).value).toMatchObject({ problem: null });
    expect(existsSync(join(test.path, 'restoring'))).toBe(false);
  });
});

describe('a desk whose database can’t be opened', () => {
  async function broken(spoil: (test: ReadyDesk) => void) {
    const before = await startReadyDesk();
    const backup = await backUp(before);
    before.close();
    spoil(before);
    const test = await startDesk({ folder: before.path, clock: before.clock });
    test.openWindow();
    return { test, backup, before };
  }

  const spoils: Record<string, (test: ReadyDesk) => void> = {
    'is damaged at its beginning': ({ folder }) => {
      const bytes = readFileSync(folder.database);
      bytes.fill(0xaa, 0, 4096);
      writeFileSync(folder.database, bytes);
    },
    'is cut off': ({ folder }) => {
      writeFileSync(folder.database, readFileSync(folder.database).subarray(0, 9000));
    },
    'is empty': ({ folder }) => writeFileSync(folder.database, ''),
    'has a log beside it that nobody can bring in': ({ folder }) => {
      const bytes = readFileSync(folder.database);
      bytes.fill(0xaa, 0, 8192);
      writeFileSync(folder.database, bytes);
      writeFileSync(`${folder.database}-wal`, Buffer.alloc(5000, 1));
    },
  };

  it.each(Object.keys(spoils))(
    'because it %s: the backups are offered, and the newest brings all back',
    async (what) => {
      const { test, backup } = await broken(spoils[what] ?? (() => undefined));
      expect((await stateOf(test)).phase).toBe('failed');
      const found = (await test.ask(1, 'rescue.found', {})).value.backups;
      expect(found).toMatchObject([{ id: backup.id, state: 'readable', people: 1, kind: 'manual' }]);
      const preview = await test.ask(1, 'rescue.compare', toOpen({ from: 'list', id: backup.id }));
      expect(preview.value).toMatchObject({ nowAt: null, people: { now: null, restored: 1 } });
      expect((await test.ask(1, 'rescue.run', toOpen({ from: 'list', id: backup.id }))).ok).toBe(true);
      const state = await stateOf(test);
      expect(state).toMatchObject({
        phase: 'signIn',
        restored: { keptAs: null, setAside: expect.any(String) },
      });
      const aside = join(test.folder.backups, state.restored?.setAside ?? '');
      expect(readdirSync(aside)).toContain('atrium.db');
      await signIn(test);
      // Restored once, it is a desk with an organisation: nobody restores without signing in.
      expect((await test.ask(1, 'rescue.found', {})).error.code).toBe('setup.already_done');
      const { value: verdict } = await test.ask(1, 'audit.verify', {});
      expect(verdict).toMatchObject({ problem: null, restores: [{ left: null }] });
    },
  );

  it('because its key is gone: the recovery key opens a backup, and is kept here again', async () => {
    const { test, backup, before } = await broken(() => undefined);
    const recoveryKey = await typedKey(before.path);
    test.close();
    rmSync(join(before.path, 'test.key'));
    const keyless = await startDesk({ folder: before.path, clock: before.clock });
    keyless.openWindow();
    expect((await stateOf(keyless)).failure?.code).toBe('database.key_missing');
    expect((await keyless.ask(1, 'rescue.found', {})).value.backups).toMatchObject([{ state: 'otherKey' }]);
    const source = { from: 'list', id: backup.id } as const;
    expect((await keyless.ask(1, 'rescue.run', toOpen(source, { recoveryKey }))).ok).toBe(true);
    await signIn(keyless);
  });

  it('looks where somebody chose to have the backups, too', async () => {
    const before = await startReadyDesk();
    const elsewhere = tempFolder();
    before.windows.asked.folder = elsewhere;
    await before.ask(1, 'backups.chooseFolder', {});
    const { file } = await backUp(before);
    before.close();
    spoils['is empty']?.(before);
    const test = await startDesk({ folder: before.path, clock: before.clock });
    test.openWindow();
    expect((await test.ask(1, 'rescue.found', {})).value.backups).toMatchObject([
      { id: `chosen/${file}`, place: 'chosen', state: 'readable' },
    ]);
  });
});

describe('a fresh computer', () => {
  it('becomes the desk of a backup: everything is there, it goes on, and its log is whole', async () => {
    const first = await startReadyDesk();
    await addPerson(first, 'bo@nordlicht.example', 'member');
    const { path } = await backUp(first);
    const stick = join(tempFolder(), 'stick.atrium-backup');
    copyFileSync(path, stick);
    const recoveryKey = await typedKey(first.path);
    first.close();

    const folder = tempFolder();
    await givenOtherKey(folder);
    const test = await startDesk({ folder, clock: first.clock });
    test.openWindow();
    expect((await stateOf(test)).phase).toBe('setUp');
    expect((await test.ask(1, 'rescue.found', {})).value.backups).toEqual([]);
    test.windows.asked.backup = stick;
    await test.ask(1, 'rescue.choose', {});
    const wanted = toOpen({ from: 'file' }, { recoveryKey });
    expect((await test.ask(1, 'rescue.compare', wanted)).value).toMatchObject({
      organisation: 'Nordlicht',
      nowAt: null,
      people: { now: null, restored: 2 },
    });
    expect((await test.ask(1, 'rescue.run', wanted)).ok).toBe(true);
    expect(await stateOf(test)).toMatchObject({
      phase: 'signIn',
      organisation: { name: 'Nordlicht' },
      restored: { keptAs: null, setAside: null },
    });
    await signIn(test);
    expect(await people(test)).toBe(2);
    await addPerson({ ...test, windowId: 1, siteId: first.siteId }, 'new@nordlicht.example', 'member');
    expect((await test.ask(1, 'audit.verify', {})).value).toMatchObject({ problem: null, desks: 2 });
    expect(test.faults).toEqual([]);
  });

  it('offers nothing to restore once somebody set it up', async () => {
    const test = await startReadyDesk();
    for (const route of ['rescue.found', 'rescue.choose'] as const)
      expect((await test.ask(1, route, {})).error.code).toBe('setup.already_done');
  });
});
