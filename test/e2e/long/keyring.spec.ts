import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { RecoveryKeyForm } from '../pages/recovery-key-form';
import { RecoveryKitDialog } from '../pages/recovery-kit-dialog';
import { SetUpPage } from '../pages/set-up-page';
import { SignInPage } from '../pages/sign-in-page';
import { Desk } from '../support/desk';
import { appFolder } from '../support/electron';
import { hasKeyring, Keyring } from '../support/keyring';
import { ada, nordhaus } from '../support/nordhaus';

test.setTimeout(180_000);
test.skip(!hasKeyring(), 'Needs gnome-keyring; npm run test:long installs it on Debian and its like.');

/** A desk that keeps its key where a packed app does: no stand-in for the keychain. */
const deskIn = (home: string, keyring: Keyring) =>
  new Desk({
    home,
    switches: ['-r', join(appFolder, 'test/e2e/support/real-keyring.cjs')],
    env: { ...keyring.env, ATRIUM_TEST_KEYCHAIN: '' },
  });

test('the key is kept by a real keyring, which alone opens it; where that is gone, the recovery key does', async () => {
  const home = mkdtempSync(join(tmpdir(), 'atrium-keyring-'));
  mkdirSync(join(home, 'one'));
  const keyring = await Keyring.start(join(home, 'one'));
  const desk = deskIn(home, keyring);
  const keyFile = join(desk.dataFolder, 'atrium.key');
  let other: Keyring | null = null;
  try {
    const users = await (await SetUpPage.shown(await desk.start())).create({
      ...nordhaus,
      ...ada,
      roles: 'Three roles',
    });
    expect(readFileSync(keyFile, 'utf8')).toMatch(/^keychain:/);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    await users.printRecoveryKit.click();
    const kit = await RecoveryKitDialog.shown(users.page);
    const key = await kit.databaseKey();
    await kit.done();
    const settings = await (await users.shell()).openSettings();
    await settings.open('Security');
    await expect(settings.page.getByText('The system’s keychain', { exact: true })).toBeVisible();

    await (await SignInPage.shown(await desk.restart())).signIn(ada);
    await desk.close();

    // The same folder in a session with another keyring: a copied disk, or somebody else's account.
    const before = readFileSync(keyFile, 'utf8');
    other = await Keyring.start(join(home, 'two'));
    const elsewhere = deskIn(home, other);
    const page = await elsewhere.start();
    await expect(page.getByRole('heading', { name: 'The key to the database is missing' })).toBeVisible();
    expect(readFileSync(keyFile, 'utf8')).toBe(before);
    await (await (await RecoveryKeyForm.shown(page)).open(key)).signIn(ada);
    const now = readFileSync(keyFile, 'utf8');
    expect(now).toMatch(/^keychain:/);
    expect(now).not.toBe(before);
    await (await SignInPage.shown(await elsewhere.restart())).signIn(ada);
    await elsewhere.close();
  } finally {
    await desk.close();
    await keyring.stop();
    await other?.stop();
    rmSync(home, { recursive: true, force: true });
  }
});
