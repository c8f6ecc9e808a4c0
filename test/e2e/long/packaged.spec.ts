import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, type Page, test } from '@playwright/test';
import { BackupsPage } from '../pages/backups-page';
import { LicencePage } from '../pages/licence-page';
import { SetUpPage } from '../pages/set-up-page';
import { SignInPage } from '../pages/sign-in-page';
import { appFolder } from '../support/electron';
import { issueLicence } from '../support/licence';
import { ada, greta, nordhaus } from '../support/nordhaus';
import { archived, filesBelow, filesHolding } from '../support/packaged/contents';
import { copyOf, letTestsIn, type Package, packApp } from '../support/packaged/pack';
import { endLeftOver, PackagedApp } from '../support/packaged/packaged-app';
import { request } from '../support/request';
import { runFolder } from '../support/run-folder';

test.skip(process.platform !== 'linux', 'The folder that is tested here is packed on Linux.');
test.describe.configure({ mode: 'serial' });

let packed: Package;
/** The same program, but for the one fuse that lets a test look into its windows. */
let open: string;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  const work = join(runFolder(), 'packaged');
  mkdirSync(work, { recursive: true });
  packed = packApp(work);
  open = copyOf(packed.folder, join(work, 'open'));
  await letTestsIn(open);
});

test.afterEach(endLeftOver);

function home(name: string): string {
  return join(runFolder(), 'packaged', name);
}

const megabytes = (bytes: number) => Math.round(bytes / 1_000_000);

test('its fuses are set as they are meant to be', async () => {
  const wire = await getCurrentFuseWire(packed.program);
  const on = (option: FuseV1Options) => wire[option] === FuseState.ENABLE;
  expect({
    runAsNode: on(FuseV1Options.RunAsNode),
    nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: on(FuseV1Options.EnableNodeCliInspectArguments),
    cookieEncryption: on(FuseV1Options.EnableCookieEncryption),
    asarIntegrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyAsar: on(FuseV1Options.OnlyLoadAppFromAsar),
    ownSnapshot: on(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
    filePrivileges: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: false,
    nodeOptions: false,
    inspect: false,
    cookieEncryption: true,
    asarIntegrity: true,
    onlyAsar: true,
    ownSnapshot: false,
    filePrivileges: false,
  });
});

test('holds what it needs, and no source, test, map, developer’s package or secret', () => {
  const inside = archived(packed.folder);
  const resources = filesBelow(join(packed.folder, 'resources'));
  const loose = new Set(
    inside.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []),
  );
  expect([...loose].sort()).toEqual([
    '@phc/format',
    'argon2',
    'better-sqlite3',
    'node-gyp-build',
    'nodemailer',
  ]);
  expect(inside.filter((file) => !/^(out|node_modules)\//.test(file))).toEqual(['package.json']);
  const unwanted = /\.(tsx?|[cm]ts|map|md|spec\..*|test\..*)$|packages\.json$|\/(test|tests|src)\//i;
  expect([...inside, ...resources].filter((file) => unwanted.test(file))).toEqual([]);
  for (const needle of ['sourceMappingURL=', 'PRIVATE KEY', appFolder])
    expect(filesHolding(join(packed.folder, 'resources'), needle), needle).toEqual([]);

  const development = readFileSync(
    join(appFolder, 'test', 'support', 'licence', 'development-public.pem'),
    'utf8',
  );
  const [, line = ''] = development.split('\n');
  expect(filesHolding(join(packed.folder, 'resources'), line)).toEqual([]);
  expect(resources).toContain('licence/public-key.pem');

  const migrations = readdirSync(join(appFolder, 'resources', 'migrations')).filter((file) =>
    file.endsWith('.sql'),
  );
  for (const file of migrations)
    expect(readFileSync(join(packed.folder, 'resources', 'migrations', file), 'utf8')).toBe(
      readFileSync(join(appFolder, 'resources', 'migrations', file), 'utf8'),
    );

  const notices = readFileSync(join(packed.folder, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  for (const part of [
    'react ',
    'zod ',
    'nodemailer ',
    '@zxcvbn-ts/core ',
    'SIL OPEN FONT LICENSE',
    'SQLite3 Multiple Ciphers',
  ])
    expect(notices).toContain(part);
  expect(readFileSync(join(packed.folder, 'LICENSE'), 'utf8')).toContain('THIRD-PARTY-NOTICES.txt');

  const total = filesBelow(packed.folder).reduce(
    (sum, file) => sum + statSync(join(packed.folder, file)).size,
    0,
  );
  const archive = statSync(join(packed.folder, 'resources', 'app.asar')).size;
  process.stdout.write(
    `packed: ${megabytes(total)} MB, of which ours ${megabytes(archive)} MB; .deb ${megabytes(statSync(packed.deb).size)} MB\n`,
  );
  expect(megabytes(archive)).toBeLessThan(10);
});

test('as it ships it sets up its data, and nobody gets in by a debugger, by Node or by a folder of theirs', async () => {
  const program = copyOf(packed.folder, home('shipped-copy'));
  const theirs = join(home('shipped-copy'), 'resources', 'app');
  const trace = join(home('shipped'), 'trace');
  mkdirSync(theirs);
  writeFileSync(join(theirs, 'package.json'), '{ "name": "theirs", "main": "main.js" }');
  writeFileSync(join(theirs, 'main.js'), `require('fs').writeFileSync(${JSON.stringify(trace)}, '');`);

  const app = new PackagedApp({ program, home: home('shipped') });
  writeFileSync(
    join(home('shipped'), 'theirs.cjs'),
    `require('fs').writeFileSync(${JSON.stringify(trace)}, '');`,
  );
  app.launch(
    ['--inspect=0', '--remote-debugging-port=0', '--remote-debugging-pipe', '--remote-allow-origins=*'],
    { NODE_OPTIONS: `--require=${join(home('shipped'), 'theirs.cjs')}` },
  );
  // A window is drawn once it has a place of its own to be remembered; the database is there by then.
  const there = (file: string) => existsSync(join(app.dataFolder, file));
  await expect.poll(() => there('atrium.db') && there('atrium.anchor'), { timeout: 40_000 }).toBe(true);
  // A second start finds the first, hands over to it and ends.
  expect(await app.runToEnd([])).toBe(0);
  await app.close();
  expect(app.said).not.toMatch(/listening/i);

  // With this variable an Electron that allows it is Node, and would print a version.
  const asNode = new PackagedApp({ program, home: home('as-node') });
  const child = asNode.launch([], { ELECTRON_RUN_AS_NODE: '1' });
  const nodeThere = (file: string) => existsSync(join(asNode.dataFolder, file));
  await expect.poll(() => nodeThere('atrium.db'), { timeout: 40_000 }).toBe(true);
  expect(child.exitCode).toBeNull();
  await asNode.close();
  expect(existsSync(trace)).toBe(false);
});

test('first run, a user, a restart, signing in, a licence of its own vendor’s alone, and a backup', async () => {
  const app = new PackagedApp({ program: open, home: home('journey') });
  let page = await app.start();
  const users = await (await SetUpPage.shown(page)).create({ ...nordhaus, ...ada, roles: 'Three roles' });
  await (await users.addUser()).create({ ...greta, role: 'Member', sites: ['Berlin'] }, greta.password);
  await expect(users.row(greta.email)).toContainText('Active');

  page = await app.restart();
  const again = await (await SignInPage.shown(page)).signIn(ada);
  await expect(again.row(greta.email)).toContainText('Greta Sørensen');

  const licence = await LicencePage.open(page);
  await licence.tryToImport(issueLicence(app));
  await expect(licence.refusal).toContainText('not signed by us, or was changed');
  await licence.import(issueLicence(app, { key: packed.licenceKey, users: 77 }));
  await expect(licence.text('2 of 77 users')).toBeVisible();

  // Its thread of its own is loaded out of the archive, too.
  const backups = await BackupsPage.open(page);
  await backups.make();
  await expect(backups.list.first()).toContainText('2 people');
  await app.close();
});

test('the hooks of tests are dead in it', async () => {
  const clock = join(home('hooks'), 'clock');
  const keychain = join(home('hooks'), 'keychain');
  const app = new PackagedApp({
    program: open,
    home: home('hooks'),
    env: { ATRIUM_TEST_CLOCK: clock, ATRIUM_TEST_KEYCHAIN: keychain },
  });
  writeFileSync(clock, String(400 * 86_400_000));
  const page = await app.start();
  await SetUpPage.shown(page);
  expect(Math.abs((await moment(page)) - Date.now())).toBeLessThan(60_000);
  expect(existsSync(keychain)).toBe(false);
  expect(existsSync(join(app.dataFolder, 'atrium.key'))).toBe(true);
  await app.close();
});

test('it is its own doctor', async () => {
  const app = new PackagedApp({ program: packed.program, home: home('journey') });
  const code = await app.runToEnd(['--doctor']);
  expect(code, app.said).toBe(0);
  expect(app.said).toContain('user 2, ');
  const bundles = readdirSync(home('journey')).filter((name) => name.startsWith('atrium-support-'));
  expect(bundles).toHaveLength(1);
  const nowhere = new PackagedApp({ program: packed.program, home: home('nowhere') });
  expect(await nowhere.runToEnd(['--doctor'])).toBe(0);
  expect(existsSync(nowhere.dataFolder)).toBe(false);
});

/** What time it is for the app. */
async function moment(page: Page): Promise<number> {
  const answer = await request(page, 'app.state', {});
  return answer.ok ? answer.value.now : Number.NaN;
}
