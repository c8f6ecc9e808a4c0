import { expect, test } from '../fixtures';
import { LockedPage } from '../pages/locked-page';
import { Shell } from '../pages/shell';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import { ada, bruno } from '../support/nordhaus';
import { request } from '../support/request';

const draft = 'gerda@nordhaus.example';

test('a draft waits behind the lock, readable for nobody, and goes on where it was', async ({ users }) => {
  const { page } = users;
  const dialog = await users.addUser();
  await dialog.field('Email').fill(draft);
  await dialog.field('Password').fill('seven paper boats');
  await dialog.field('Display Name').fill('Gerda N');
  await expect(dialog.field('Display Name')).toBeFocused();

  await page.keyboard.press('Control+l');
  const locked = await LockedPage.shown(page);
  await expect(locked.password).toBeFocused();
  const seen = await locked.inTheDocument();
  for (const text of [draft, 'Gerda N', 'seven paper boats', bruno.email, 'Add User', 'Users'])
    expect(seen).not.toContain(text);
  await expectAccessibleInLightAndDark(page);

  // Neither the keys of the page nor a wrong password reach what lies behind.
  await page.keyboard.press('Control+k');
  await locked.tryToUnlock('not her password');
  await expect(locked.refusal).toBeVisible();
  await locked.unlock(ada.password);

  await expect(dialog.root).toBeVisible();
  await expect(dialog.field('Email')).toHaveValue(draft);
  await expect(dialog.field('Display Name')).toBeFocused();
  await expect(page).toHaveTitle(/^Users/);
  await page.keyboard.type('owak');
  await dialog.choice('Site Access').chooseExactly(['Hamburg']);
  await dialog.button('Create').click();
  await dialog.closed();
  await expect(users.row(draft)).toContainText('Gerda Nowak');
});

test('an open menu is as unreadable behind the lock as the page', async ({ users }) => {
  const { page } = users;
  await users.actions(bruno.email).click();
  await expect(page.getByRole('menuitem', { name: 'Edit User', exact: true })).toBeVisible();
  await page.keyboard.press('Control+l');
  const locked = await LockedPage.shown(page);
  expect(await locked.inTheDocument()).not.toContain('Edit User');
  await locked.unlock(ada.password);
  await page.getByRole('menuitem', { name: 'Edit User', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Edit User', exact: true })).toBeVisible();
});

test('what changed while the window was locked is there after it', async ({ users, desk }) => {
  const second = await desk.windowFrom(async () => (await users.shell()).account('New window'));
  await second.getByLabel('Email', { exact: true }).fill(ada.email);
  await second.getByLabel('Password', { exact: true }).fill(ada.password);
  await second.getByRole('button', { name: 'Sign in', exact: true }).click();
  await Shell.shown(second);

  await users.search.fill('hamburg@');
  await expect(users.page.getByText('Nobody matches')).toBeVisible();
  await users.page.keyboard.press('Control+l');
  const locked = await LockedPage.shown(users.page);

  const { sites } = await answer(request(second, 'sites.list', {}));
  const berlin = sites.find(({ name }) => name === 'Berlin')?.id ?? '';
  await answer(
    request(second, 'invitations.create', {
      email: 'hamburg@nordhaus.example',
      role: 'member',
      siteIds: [berlin],
    }),
  );
  await locked.unlock(ada.password);

  await expect(users.search).toHaveValue('hamburg@');
  await expect(users.row('hamburg@nordhaus.example')).toBeVisible();
});

test('a sign-out at the lock ends the draft for good, also for the same person', async ({ users }) => {
  const { page } = users;
  const dialog = await users.addUser();
  await dialog.field('Email').fill(draft);
  await page.keyboard.press('Control+l');
  const signIn = await (await LockedPage.shown(page)).signOut();
  const again = await signIn.signIn(ada);
  await expect(dialog.root).toHaveCount(0);
  await expect((await again.addUser()).field('Email')).toHaveValue('');
});

async function answer<T>(asked: Promise<{ ok: true; value: T } | { ok: false; error: unknown }>): Promise<T> {
  const given = await asked;
  if (!given.ok) throw new Error(JSON.stringify(given.error));
  return given.value;
}
