import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Background, inThisThread } from '../../../core/background/tasks';
import { openCopy } from '../../../core/backups/copy/open-copy';
import { draftPath } from '../../../core/backups/files';
import { makeBackup } from '../../../core/backups/make-backup';
import { createBackups } from '../../../core/services/backups/create-backups';
import { givenLicence } from '../../support/licence/development';
import { testKey } from '../../support/options';
import { actorOf, createDesk, type Desk, day, hour, minute } from './desk';

const zone = process.env['TZ'];
beforeAll(() => {
  process.env['TZ'] = 'Europe/Berlin';
});
afterAll(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const refusal = (code: string) => expect.objectContaining({ code });
/** Monday, one minute past noon in Berlin. */
const mondayNoon = Date.UTC(2026, 10, 23, 11, 1);

/** The service over a desk, at work for a while already. */
function serviceOf(desk: Desk, background: Background = inThisThread) {
  const ownFolder = join(dirname(desk.db.path), 'backups');
  let elapsed = 0;
  const backups = createBackups({
    db: desk.db,
    clock: desk.clock,
    announce: (change) => desk.announced.push(change),
    key: testKey,
    ownFolder,
    background,
    elapsed: () => elapsed,
    fault: () => 'fault-1',
  });
  return {
    backups,
    ownFolder,
    /** So much time with its ticks, and what they began. */
    async tick(passed = 10_000) {
      elapsed += passed;
      // The first one sees to what was left behind.
      backups.schedule.tick();
      await new Promise((resolve) => setImmediate(resolve));
      backups.schedule.tick();
      await backups.settled();
    },
    files: (folder = ownFolder) => (existsSync(folder) ? readdirSync(folder).sort() : []),
    plan: async (changes: object) => {
      const { version, plan } = await backups.status();
      return backups.updateSettings(desk.admin, { version, ...plan, ...changes });
    },
  };
}

async function started(background?: Background) {
  const desk = await createDesk();
  return { desk, ...serviceOf(desk, background) };
}

const entries = (desk: Desk, action: string) =>
  desk.db
    .statement<{ data: string }>(`select data from audit_event where action = '${action}' order by n`)
    .all();

test('a new desk is backed up at the next noon, and every noon after it', async () => {
  const { desk, backups, tick, files } = await started();
  await tick();
  expect(files()).toEqual([]);
  expect(await backups.status()).toMatchObject({
    doneAt: null,
    nextAt: Date.UTC(2026, 10, 22, 11),
    failure: null,
  });
  desk.clock.set(mondayNoon - day);
  await tick();
  await tick();
  expect(files()).toEqual(['atrium-20261122-110100-scheduled.atrium-backup']);
  desk.clock.set(mondayNoon);
  await tick();
  const { doneAt, nextAt, backups: listed } = await backups.status();
  expect({ doneAt, nextAt }).toEqual({ doneAt: mondayNoon, nextAt: Date.UTC(2026, 10, 24, 11) });
  expect(listed.map(({ id, kind, state, holds }) => [id, kind, state, holds?.people])).toEqual([
    ['own/atrium-20261123-110100-scheduled.atrium-backup', 'scheduled', 'readable', 1],
    ['own/atrium-20261122-110100-scheduled.atrium-backup', 'scheduled', 'readable', 1],
  ]);
  expect(JSON.parse(entries(desk, 'backup.make')[1]?.data ?? '')).toMatchObject({
    kind: 'scheduled',
    people: 1,
  });
});

test('what was missed while the app was off is made once, when people have had time to sign in', async () => {
  const { desk, tick } = await started();
  desk.clock.set(mondayNoon);
  await tick();
  desk.clock.advance(3 * day + hour);
  const later = serviceOf(desk.restart());
  await later.tick(1000);
  expect(later.files()).toHaveLength(1);
  await later.tick(10_000);
  await later.tick();
  expect(later.files()).toHaveLength(2);
});

test('a backup that fails is tried again, less and less often, and said until one works', async () => {
  const { desk, backups, tick } = await started();
  const stick = join(dirname(desk.db.path), 'stick');
  mkdirSync(stick);
  backups.chooseFolder(desk.admin, stick);
  rmSync(stick, { recursive: true });
  desk.clock.set(mondayNoon);
  const tries: number[] = [];
  for (let passed = 0; passed <= 9 * hour; passed += minute) {
    const before = (await backups.status()).failure?.at;
    await tick();
    const { failure } = await backups.status();
    if (failure !== null && failure.at !== before) tries.push((failure.at - mondayNoon) / minute);
    desk.clock.advance(minute);
  }
  expect(tries).toEqual([0, 5, 20, 80, 320]);
  expect(backups.notice()).toMatchObject({
    failure: { error: { code: 'backup.folder_missing', data: { folder: stick } } },
    doneAt: null,
  });
  expect(await backups.status()).toMatchObject({ folder: { path: stick, own: false, reachable: false } });
  // Once, not once per try.
  expect(entries(desk, 'backup.fail')).toHaveLength(1);
  mkdirSync(stick);
  desk.clock.advance(4 * hour);
  await tick();
  expect(backups.notice()).toEqual({
    failure: null,
    doneAt: desk.clock.now(),
    // Half a year of keeping, and a day until somebody looks.
    heldUntil: desk.clock.now() + 181 * 24 * hour,
  });
  expect(readdirSync(stick)).toHaveLength(1);
});

test('by hand it asks for the permission, and the log tells who made it', async () => {
  const { desk, backups } = await started();
  const made = await backups.make(desk.admin);
  expect(made).toEqual({
    file: 'atrium-20261122-090000-manual.atrium-backup',
    size: expect.any(Number),
    people: 1,
  });
  const member = await desk.actor({ role: 'member' });
  await expect(backups.make(member)).rejects.toThrow(refusal('access.denied'));
  expect(entries(desk, 'backup.make')).toHaveLength(1);
  expect(await backups.find(`own/${made.file}`)).toMatch(
    /backups\/atrium-20261122-090000-manual.atrium-backup$/,
  );
  await expect(backups.find('own/../atrium.db')).rejects.toThrow(refusal('backup.gone'));
});

test('a licence that has ended stops no backup', async () => {
  const { desk, backups, files } = await started();
  await givenLicence(desk, { validUntil: desk.clock.now() + day });
  desk.clock.advance(40 * day);
  const admin = actorOf(desk.services.sessions.startFor(desk.admin.userId));
  expect(desk.services.licence.notice().state).toBe('readOnly');
  await backups.make(admin);
  expect(files()).toHaveLength(1);
  expect(
    await backups.makeCopy(admin, 'seven quiet ferns', join(dirname(desk.db.path), 'a.atrium-copy')),
  ).toBeTruthy();
});

test('one at a time', async () => {
  const { desk, backups, files } = await started();
  const first = backups.make(desk.admin);
  await expect(backups.make(desk.admin)).rejects.toThrow(refusal('backup.busy'));
  await first;
  expect(files()).toHaveLength(1);
  expect(desk.announced.filter(({ kind }) => kind === 'backups').length).toBeGreaterThanOrEqual(2);
});

test('switched off nothing is made, but the last one is replaced before its age takes it', async () => {
  const { desk, backups, tick, files, plan } = await started();
  await plan({ schedule: 'off' });
  await backups.make(desk.admin);
  desk.clock.advance(100 * day);
  await tick();
  expect(files()).toHaveLength(1);
  expect((await backups.status()).nextAt).toBe(Date.UTC(2026, 10, 22, 9) + 180 * day);
  desk.clock.advance(80 * day);
  await tick();
  expect(files()).toEqual([expect.stringMatching(/scheduled.atrium-backup$/)]);
});

test('every backup ages out, whoever made it and whether new ones are made or not', async () => {
  const { desk, backups, tick, files, plan } = await started();
  await plan({ schedule: 'off', keep: 'month' });
  await backups.make(desk.admin);
  desk.clock.advance(20 * day);
  await backups.make(actorOf(desk.services.sessions.startFor(desk.admin.userId)));
  desk.clock.advance(11 * day);
  await tick();
  await tick();
  expect(files()).toEqual(['atrium-20261212-090000-manual.atrium-backup']);
});

test('what a restore set aside goes with its age, too', async () => {
  const { desk, tick, files, plan, ownFolder } = await started();
  await plan({ schedule: 'off', keep: 'month' });
  for (const name of ['damaged-20261122-080000', 'damaged-20261130-080000', 'somebody’s own']) {
    mkdirSync(join(ownFolder, name), { recursive: true });
    writeFileSync(join(ownFolder, name, 'atrium.db'), 'what was there');
  }
  desk.clock.advance(30 * day);
  await tick();
  await tick();
  expect(files()).toEqual(['damaged-20261130-080000', 'somebody’s own']);
});

test('a shorter time takes hold with the next look, and somebody else’s change is not overwritten', async () => {
  const { desk, backups, plan } = await started();
  const { version, plan: before } = await backups.status();
  await plan({ schedule: 'weekly', weekday: 5, hour: 7 });
  expect(() => backups.updateSettings(desk.admin, { version, ...before })).toThrow(
    refusal('backup.settings_changed'),
  );
  expect((await backups.status()).nextAt).toBe(Date.UTC(2026, 10, 27, 6));
  expect(JSON.parse(entries(desk, 'backup.update')[0]?.data ?? '')).toMatchObject({
    schedule: { before: 'daily', after: 'weekly' },
    hour: { before: 12, after: 7 },
  });
});

test('in a folder of choice nothing of another desk is touched, and those in the data folder are still listed', async () => {
  const { desk, backups, ownFolder, files } = await started();
  const chosen = join(dirname(desk.db.path), 'shared');
  mkdirSync(chosen);
  const foreign = join(chosen, 'atrium-20200101-000000-manual.atrium-backup');
  const order = { databasePath: desk.db.path, key: testKey, now: desk.clock.now() };
  makeBackup({ ...order, folder: { path: ownFolder, own: true }, kind: 'migration' });
  writeFileSync(foreign, Buffer.alloc(40_960, 1));
  writeFileSync(draftPath(foreign, '/another/atrium.db'), 'half');
  backups.chooseFolder(desk.admin, chosen);
  await backups.make(desk.admin);
  expect(files(chosen)).toHaveLength(3);
  expect((await backups.status()).backups.map(({ place, kind, state }) => [place, kind, state])).toEqual([
    ['own', 'migration', 'readable'],
    ['chosen', 'manual', 'readable'],
    ['chosen', 'manual', 'otherKey'],
  ]);
  backups.chooseFolder(desk.admin, ownFolder);
  expect((await backups.status()).folder).toMatchObject({ path: ownFolder, own: true });
  expect(() => backups.chooseFolder(desk.admin, join(chosen, 'gone'))).toThrow(
    refusal('backup.folder_missing'),
  );
});

test('what a kill left half made is gone soon after the next start', async () => {
  const { desk, tick, ownFolder, files } = await started();
  mkdirSync(ownFolder);
  writeFileSync(
    draftPath(join(ownFolder, 'atrium-20261122-080000-manual.atrium-backup'), desk.db.path),
    'half',
  );
  await tick(1000);
  expect(files()).toHaveLength(1);
  await tick();
  expect(files()).toEqual([]);
});

test('a copy for elsewhere opens with its passphrase; who lost the right meanwhile gets none', async () => {
  const passphrase = 'seven quiet ferns';
  const demoted = { now: false };
  const holder: { desk?: Desk; userId?: string } = {};
  const background: Background = async (task, input, tell) => {
    const output = await inThisThread(task, input, tell);
    if (task === 'makeCopy' && demoted.now)
      holder.desk?.db.client.prepare("update user set role = 'member' where id = ?").run(holder.userId);
    return output;
  };
  const { desk, backups } = await started(background);
  holder.desk = desk;
  const path = join(dirname(desk.db.path), 'for the safe.atrium-copy');
  expect(await backups.makeCopy(desk.admin, passphrase, path)).toEqual({ path, size: expect.any(Number) });
  await openCopy(path, passphrase, `${path}.opened`);
  expect(JSON.parse(entries(desk, 'backup.copy')[0]?.data ?? '')).toMatchObject({
    file: 'for the safe.atrium-copy',
  });
  const other = await desk.actor({ role: 'tenant_admin' });
  holder.userId = other.userId;
  demoted.now = true;
  renameSync(path, `${path}.first`);
  await expect(backups.makeCopy(other, passphrase, path)).rejects.toThrow(refusal('access.denied'));
  expect(existsSync(path)).toBe(false);
  expect(entries(desk, 'backup.copy')).toHaveLength(1);
});

test('a fault of ours is a failure like any other: it is said and tried again', async () => {
  const { desk, backups, tick } = await started(async (task, input, tell) => {
    if (task === 'makeBackup') throw new Error('broken');
    return inThisThread(task, input, tell);
  });
  desk.clock.set(mondayNoon);
  await tick();
  expect(backups.notice().failure?.error.code).toBe('request.failed');
});
