import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { SetUpPage } from '../pages/set-up-page';
import { SignInPage } from '../pages/sign-in-page';
import { ada, greta, nordhaus } from '../support/nordhaus';
import { canInstall, complaints, install, run } from '../support/packaged/debian';
import { letTestsIn, packApp } from '../support/packaged/pack';
import { endLeftOver, PackagedApp } from '../support/packaged/packaged-app';
import { runFolder } from '../support/run-folder';

test.skip(!canInstall, 'Installing the .deb needs root on Debian or its like.');
test.describe.configure({ mode: 'serial' });

const program = '/usr/lib/atrium-desk/atrium-desk';
const entry = '/usr/share/applications/atrium-desk.desktop';
/** Somebody without rights, as who sits at a reception should be. */
const nobody = { uid: 65534, gid: 65534, switches: [] };
let remove = () => {};

test.beforeAll(() => {
  test.setTimeout(600_000);
  const work = join(runFolder(), 'installed');
  mkdirSync(work, { recursive: true });
  remove = install(packApp(work).deb, ['desktop-file-utils']);
});

test.afterAll(() => {
  test.setTimeout(120_000);
  remove();
  // The organisation's data is no part of the package; everything else is gone.
  expect(existsSync('/usr/lib/atrium-desk')).toBe(false);
  expect(existsSync(entry)).toBe(false);
});

test.afterEach(endLeftOver);

function home(name: string): string {
  const folder = join(runFolder(), 'installed', name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

test('lies where a Debian package lies, with its entry in the menu, its icons and its links', () => {
  expect(run('readlink', ['-f', '/usr/bin/atrium-desk']).trim()).toBe(program);
  expect(complaints('desktop-file-validate', [entry])).toBe('');
  for (const size of [16, 32, 48, 64, 128, 256, 512])
    expect(existsSync(`/usr/share/icons/hicolor/${size}x${size}/apps/atrium-desk.png`), `${size}`).toBe(true);
  expect(readFileSync('/usr/share/doc/atrium-desk/copyright', 'utf8')).toContain('THIRD-PARTY-NOTICES.txt');
  expect(run('zcat', ['/usr/share/doc/atrium-desk/changelog.gz'])).toContain('atrium-desk (');
  const handler = run('xdg-mime', ['query', 'default', 'x-scheme-handler/atrium-desk'], {
    HOME: home('mime'),
  });
  expect(handler.trim()).toBe('atrium-desk.desktop');
  // Chromium's sandbox where the system allows no user namespaces: it has to be root's and to become root.
  const { uid, mode } = statSync('/usr/lib/atrium-desk/chrome-sandbox');
  expect([uid, mode & 0o7777]).toEqual([0, 0o4755]);
  expect(complaints('dpkg', ['--verify', 'atrium-desk'])).toBe('');
});

test('starts as it ships, for somebody without rights, inside Chromium’s sandbox', async () => {
  const wire = await getCurrentFuseWire(program);
  expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FuseState.DISABLE);
  // Somewhere they may go, as a home is; the folder of the run isn't.
  const own = mkdtempSync(join(tmpdir(), 'atrium-nobody-'));
  chownSync(own, nobody.uid, nobody.gid);
  const app = new PackagedApp({ program, home: own, env: { HOME: own }, as: nobody });
  app.launch([]);
  const there = (file: string) => existsSync(join(app.dataFolder, file));
  await expect.poll(() => there('atrium.db') && there('atrium.anchor'), { timeout: 40_000 }).toBe(true);
  // The first process takes a link from the second, which ends.
  expect(await app.runToEnd(['atrium-desk://invite/nonsense'])).toBe(0);
  expect(statSync(app.dataFolder).mode & 0o777).toBe(0o700);
  await app.close();
  rmSync(own, { recursive: true, force: true });
  expect(app.said).not.toMatch(/sandbox|listening/i);
});

test('first run, a user, a restart and signing in, once a test is let in', async () => {
  await letTestsIn(program);
  const app = new PackagedApp({ program, home: home('journey') });
  const users = await (await SetUpPage.shown(await app.start())).create({
    ...nordhaus,
    ...ada,
    roles: 'Three roles',
  });
  await (await users.addUser()).create({ ...greta, role: 'Member', sites: ['Berlin'] }, greta.password);
  const again = await (await SignInPage.shown(await app.restart())).signIn(ada);
  await expect(again.row(greta.email)).toContainText('Greta Sørensen');
  await app.close();
});
