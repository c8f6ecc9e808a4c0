import { expect, type Locator, type Page } from '@playwright/test';
import { Combobox } from '../support/combobox';
import { AccessPage } from './access-page';

/** Activity: the audit log, its filters, and the entry that lies beside it. */
export class ActivityPage {
  private constructor(readonly page: Page) {}

  static async shown(page: Page): Promise<ActivityPage> {
    await expect(page.getByRole('heading', { name: 'Activity', exact: true })).toBeVisible();
    await expect(page.getByRole('columnheader').first()).toBeVisible();
    return new ActivityPage(page);
  }

  /** The rows below the head, newest first. */
  get entries(): Locator {
    return this.page.getByRole('table', { name: 'Activity', exact: true }).locator('tbody tr');
  }

  filter(name: 'What' | 'Site' | 'Time'): Combobox {
    return new Combobox(this.page.locator('body'), name);
  }

  /** Types part of a name and takes that person. */
  async choosePerson(filter: 'Who' | 'Whom', typed: string, name: string): Promise<void> {
    await this.page.getByRole('combobox', { name: filter, exact: true }).fill(typed);
    await this.page.getByRole('option').filter({ hasText: name }).click();
  }

  async search(text: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Search activity', exact: true }).fill(text);
  }

  async clear(): Promise<void> {
    await this.page.getByRole('button', { name: 'Clear', exact: true }).click();
  }

  async accessOnADay(): Promise<AccessPage> {
    await this.page.getByRole('link', { name: 'Access on a day', exact: true }).click();
    return AccessPage.shown(this.page);
  }

  /** Beside the list. */
  get sheet(): Locator {
    return this.page.getByRole('complementary');
  }

  /** Verifies and answers the dialog, once it says what it found. */
  async verify(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Verify', exact: true }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Verify', exact: true });
    await expect(dialog.getByRole('status')).toBeVisible();
    return dialog;
  }

  async export(format: 'CSV' | 'JSON'): Promise<void> {
    await expect(await this.tryToExport(format)).toBeHidden();
  }

  /** Answers the dialog, which stays when the person leaves the one for the file. */
  async tryToExport(format: 'CSV' | 'JSON'): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Export', exact: true }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Export', exact: true });
    await dialog.getByRole('radio', { name: format }).check();
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    return dialog;
  }

  /** The line after an act. */
  get notice(): Locator {
    return this.page.getByRole('status').filter({ hasText: /^Exported/ });
  }
}
