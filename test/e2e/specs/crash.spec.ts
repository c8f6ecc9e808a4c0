import { readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from '../fixtures';
import type { Desk } from '../support/desk';
import { ada, carla } from '../support/nordhaus';

const needles = [ada, carla].flatMap(({ displayName, email, password }) => [displayName, email, password]);

/** What a crash would write down: Chromium's dumps, and the system's where it puts them beside a program. */
const dump = /[.](dmp|meta)$|^core([.]\d+)?$/;

test('a page or main that crashes leaves nothing of what it held in its memory', async ({ desk, users }) => {
  await expect(users.row(carla.email)).toBeVisible();
  const before = dumpsIn(tmpdir());

  await desk.crashPage(users.page, 'SIGSEGV');
  expect(remains(desk)).toEqual([]);

  await desk.kill('SIGSEGV');
  expect(remains(desk)).toEqual([]);
  expect(dumpsIn(tmpdir())).toEqual(before);

  // What the app itself writes is for its owner alone.
  const mine = files(desk.dataFolder).filter((file) => !file.startsWith('profile/'));
  expect(mine).toContain('window.json');
  for (const file of mine) expect(statSync(join(desk.dataFolder, file)).mode & 0o077, file).toBe(0);
});

/** Dumps, and files that hold a name, an address or a password as it is. */
function remains(desk: Desk): string[] {
  return files(desk.dataFolder).filter((file) => {
    const content = readFileSync(join(desk.dataFolder, file));
    return dump.test(file.split('/').at(-1) ?? '') || needles.some((needle) => content.includes(needle));
  });
}

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

function dumpsIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => dump.test(name));
}
