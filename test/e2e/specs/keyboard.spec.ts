import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { SetUpPage } from '../pages/set-up-page';
import { UsersPage } from '../pages/users-page';
import { ada, bruno } from '../support/nordhaus';

test.describe('from an empty desk', () => {
  test.use({ beginning: 'empty' });

  test('set-up without a mouse', async ({ desk }) => {
    const { page } = await SetUpPage.shown(desk.window);
    await tabTo(page, 'Organisation name');
    await page.keyboard.type('Nordhaus');
    await tabTo(page, 'First site');
    await page.keyboard.type('Berlin');
    await tabTo(page, 'Display Name');
    await page.keyboard.type(ada.displayName);
    await tabTo(page, 'Email');
    await page.keyboard.type(ada.email);
    await tabTo(page, 'Password');
    await page.keyboard.type(ada.password);
    await tabTo(page, 'Confirm password');
    await page.keyboard.type(ada.password);
    await page.keyboard.press('Enter');
    await UsersPage.shown(page);
  });
});

test('add a user without a mouse', async ({ users }) => {
  const { page } = users;
  await tabTo(page, 'Add User');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Email', { exact: true })).toBeFocused();
  await page.keyboard.type('gerda@nordhaus.example');
  await tabTo(page, 'Display Name');
  await page.keyboard.type('Gerda Nowak');

  await tabTo(page, 'Role');
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Member', exact: true }).press('Enter');

  await tabTo(page, 'Site Access');
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Hamburg', exact: true }).press('Enter');
  await expect(page.getByRole('option', { name: 'Hamburg', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Tab');
  await expect(page.getByRole('listbox')).toBeHidden();

  await tabTo(page, 'Password');
  await page.keyboard.type('seven paper boats');
  await page.keyboard.press('Enter');
  await expect(users.row('gerda@nordhaus.example')).toContainText('Hamburg');
});

test('open a row’s menu, leave it, and deactivate without a mouse', async ({ users }) => {
  const { page } = users;
  await users.search.focus();
  await page.keyboard.type('bruno');
  await expect(users.row(ada.email)).toHaveCount(0);
  await tabTo(page, `Actions for ${bruno.email}`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Edit User', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(users.actions(bruno.email)).toBeFocused();

  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'Delete User', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitem', { name: 'Deactivate User', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Deactivate User', exact: true });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(users.row(bruno.email)).toContainText('Active');
});

/** Presses Tab until the control of that name has the focus; what Tab can't reach fails here. */
async function tabTo(page: Page, name: string): Promise<void> {
  const focused = page.locator(':focus');
  for (let press = 0; press < 60; press++) {
    if ((await focused.count()) > 0 && (await accessibleName(page)) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached "${name}"`);
}

/** The name of the focused control: its label, or what is written on it. */
function accessibleName(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const control = document.activeElement;
    if (control === null) return null;
    const labels =
      control instanceof HTMLInputElement
        ? [...(control.labels ?? [])].map((label) => label.textContent)
        : [];
    const labelledBy = (control.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    return control.getAttribute('aria-label') ?? labels[0] ?? labelledBy.find(Boolean) ?? control.textContent;
  });
}
