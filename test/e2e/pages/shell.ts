import { expect, type Locator, type Page } from '@playwright/test';
import { ActivityPage } from './activity-page';
import { DashboardPage } from './dashboard-page';
import { SettingsPage } from './settings-page';
import { SignInPage } from './sign-in-page';
import { SitesPage } from './sites-page';
import { UsersPage } from './users-page';
import { VisitsPage } from './visits-page';

/** What surrounds every page of a signed-in window: navigation and the account's menu. */
export class Shell {
  private constructor(readonly page: Page) {}

  static async shown(page: Page): Promise<Shell> {
    await expect(page.getByRole('button', { name: 'Account', exact: true })).toBeVisible();
    return new Shell(page);
  }

  link(name: 'Dashboard' | 'Users' | 'Visits' | 'Sites' | 'Activity' | 'Settings'): Locator {
    return this.page.getByRole('navigation').getByRole('link', { name, exact: true });
  }

  async openDashboard(): Promise<DashboardPage> {
    await this.link('Dashboard').click();
    return DashboardPage.shown(this.page);
  }

  /** At the foot of the rail, what mail needs or waits for. */
  get mailState(): Locator {
    return this.page.getByRole('link', { name: /^\d+ mails? (waiting|failed)$/ });
  }

  async openUsers(): Promise<UsersPage> {
    await this.link('Users').click();
    return UsersPage.shown(this.page);
  }

  async openVisits(): Promise<VisitsPage> {
    await this.link('Visits').click();
    return VisitsPage.shown(this.page);
  }

  async openSites(): Promise<SitesPage> {
    await this.link('Sites').click();
    return SitesPage.shown(this.page);
  }

  async openActivity(): Promise<ActivityPage> {
    await this.link('Activity').click();
    return ActivityPage.shown(this.page);
  }

  async openSettings(): Promise<SettingsPage> {
    await this.link('Settings').click();
    return SettingsPage.shown(this.page);
  }

  /** Picks from the menu under **Account**. */
  async account(item: 'Change password' | 'New window' | 'Language' | 'Lock' | 'Sign out'): Promise<void> {
    await this.page.getByRole('button', { name: 'Account', exact: true }).click();
    await this.page.getByRole('menuitem', { name: item, exact: true }).click();
  }

  async signOut(): Promise<SignInPage> {
    await this.account('Sign out');
    return SignInPage.shown(this.page);
  }
}
