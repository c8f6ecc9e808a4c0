import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeBackup } from '../../core/backups/make-backup';
import { isAppError } from '../../core/errors/app-error';
import { createNewFile } from '../../electron/window/new-file';
import { saveFile } from '../../electron/window/save-file';
import { testKey } from '../support/options';
import { runSeed, tell } from '../support/seed';
import { type SmallDisk, smallDisk } from '../support/small-disk';
import { limitedFile, onFullDisk } from './full-disk';
import { givenDesk } from './template';

const seed = runSeed();

function givenDisk(megabytes: number): SmallDisk | null {
  const disk = smallDisk(megabytes);
  if (disk === null) tell('skipped: no disk can be mounted here (it takes root on Linux)');
  else onTestFinished(disk.remove);
  return disk;
}

test('on a disk that is really full acts are refused whole, reading goes on, and later all works', async () => {
  const disk = givenDisk(12);
  if (disk === null) return;
  const path = join(disk.path, 'atrium.db');
  const room = { path, take: (_desk: unknown, left: number) => disk.fill(left), give: disk.free };
  const outcome = await onFullDisk(room, { times: 6, seed });
  tell(`full disk: seed ${seed}, ${JSON.stringify(outcome)}`);
  expect(outcome.problems).toEqual([]);
  expect(outcome.full).toBeGreaterThan(0);
}, 60_000);

test('the same where nothing can be mounted, with a file that may not grow', async () => {
  const room = limitedFile();
  onTestFinished(room.discard);
  const outcome = await onFullDisk(room, { times: 6, seed });
  tell(`file that may not grow: seed ${seed}, ${JSON.stringify(outcome)}`);
  expect(outcome.problems).toEqual([]);
  expect(outcome.full).toBeGreaterThan(0);
}, 60_000);

test('what is saved or exported where there is no room leaves no half, and spoils nothing that was there', async () => {
  const disk = givenDisk(2);
  if (disk === null) return;
  const path = join(disk.path, 'list.csv');
  const ask = async () => path;
  const long = 'x'.repeat(1_000_000);
  await saveFile(ask, { title: 'List', extension: 'csv', content: () => 'as it was' });
  disk.fill(200_000);
  const before = readdirSync(disk.path);
  const save = () => saveFile(ask, { title: 'List', extension: 'csv', content: () => long });
  await expect(save()).rejects.toMatchObject({ code: 'file.not_saved' });
  const growing = await createNewFile(path, 'csv');
  await expect(growing.write(long)).rejects.toThrow();
  await growing.discard();
  expect(readdirSync(disk.path)).toEqual(before);
  expect(readFileSync(path, 'utf8')).toBe('as it was');
});

test('a backup that finds no room leaves no half', async () => {
  const disk = givenDisk(8);
  if (disk === null) return;
  const path = join(disk.path, 'atrium.db');
  await givenDesk(path);
  const folder = { path: join(disk.path, 'backups'), own: true };
  const order = { databasePath: path, key: testKey, folder, kind: 'manual' as const, now: Date.now() };
  makeBackup(order);
  for (const left of [0, 50_000, 400_000, 900_000]) {
    disk.fill(left);
    const before = readdirSync(folder.path);
    expect(() => makeBackup(order)).toThrow(expect.objectContaining({ code: 'backup.disk_full' }));
    expect(readdirSync(folder.path)).toEqual(before);
    disk.free();
  }
  expect(isAppError(makeBackup(order))).toBe(false);
});
