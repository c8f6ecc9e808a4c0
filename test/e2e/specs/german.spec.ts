import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import { ada } from '../support/nordhaus';

test.use({ beginning: 'empty', language: 'de' });

test('von der Einrichtung bis zu den Benutzern auf Deutsch', async ({ desk }) => {
  let page = desk.window;
  await expect(page.getByRole('heading', { name: 'Atrium Desk einrichten', exact: true })).toBeVisible();
  await expectAccessibleInLightAndDark(page);
  await fillIn(page, {
    'Name der Organisation': 'Nordhaus',
    'Erster Standort': 'Köln',
    Anzeigename: ada.displayName,
    'E-Mail': ada.email,
    Passwort: ada.password,
    'Passwort bestätigen': ada.password,
  });
  await page.getByRole('radio', { name: 'Drei Rollen', exact: true }).check();
  await page.getByRole('button', { name: 'Organisation anlegen', exact: true }).click();
  await expectUsers(page);

  page = await desk.restart();
  await fillIn(page, { 'E-Mail': ada.email, Passwort: ada.password });
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await page.getByRole('navigation').getByRole('link', { name: 'Benutzer', exact: true }).click();
  await expectUsers(page);
  await expectAccessibleInLightAndDark(page);
});

test('auch ein Fehler im Formular spricht Deutsch', async ({ desk }) => {
  const page = desk.window;
  await page.getByRole('button', { name: 'Organisation anlegen', exact: true }).click();
  await expect(page.getByLabel('E-Mail', { exact: true })).toHaveAccessibleDescription(/E-Mail-Adresse/);
});

async function fillIn(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(text);
}

async function expectUsers(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Benutzer', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Benutzer gesamt', exact: true })).toContainText('1');
  await expect(page.getByRole('row').filter({ hasText: ada.email })).toContainText('Organisationsweit');
}
