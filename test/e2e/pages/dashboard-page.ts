import { expect, type Locator, type Page } from '@playwright/test';
import { type Card, UsersPage } from './users-page';

/** Dashboard: the four cards, which lead to Users with their filter set, and one's own access. */
export class DashboardPage {
  private constructor(readonly page: Page) {}

  static async shown(page: Page): Promise<DashboardPage> {
    await expect(page.getByRole('heading', { name: 'Dashboard', exact: true })).toBeVisible();
    return new DashboardPage(page);
  }

  card(name: Card): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async openCard(name: Card): Promise<UsersPage> {
    await this.card(name).click();
    return UsersPage.shown(this.page);
  }

  async openUsers(): Promise<UsersPage> {
    await this.page.getByRole('link', { name: 'Open the list', exact: true }).click();
    return UsersPage.shown(this.page);
  }
}
