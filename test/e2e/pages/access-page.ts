import { expect, type Locator, type Page } from '@playwright/test';
import { Combobox } from '../support/combobox';

/** Access on a day: who could enter a site, and who had granted it. */
export class AccessPage {
  private constructor(readonly page: Page) {}

  static async shown(page: Page): Promise<AccessPage> {
    await expect(page.getByRole('heading', { name: 'Access on a day', exact: true })).toBeVisible();
    return new AccessPage(page);
  }

  /** People, by name. */
  get rows(): Locator {
    return this.page.getByRole('region', { name: 'People who could enter', exact: true }).locator('tbody tr');
  }

  row(email: string): Locator {
    return this.rows.filter({ has: this.page.getByText(email, { exact: true }) });
  }

  get site(): Combobox {
    return new Combobox(this.page.locator('body'), 'Site');
  }

  /** "2026-03-03". */
  async onDay(day: string): Promise<void> {
    await this.page.getByLabel('Day', { exact: true }).fill(day);
  }

  /** "14:05", or "" for the whole day. */
  async at(time: string): Promise<void> {
    await this.page.getByLabel('Time, optional', { exact: true }).fill(time);
  }

  async search(text: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Search people', exact: true }).fill(text);
  }

  /** Why there is nobody. */
  get nobody(): Locator {
    return this.page.getByRole('main').getByRole('status');
  }

  async export(): Promise<void> {
    await this.page.getByRole('button', { name: 'Export', exact: true }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Export', exact: true });
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    await expect(dialog).toBeHidden();
  }
}
