import { expect, type Locator, type Page } from '@playwright/test';
import { Combobox } from '../support/combobox';
import { UsersPage } from './users-page';

export type Section = 'Organisation' | 'Security' | 'Mail' | 'Licence' | 'Backups' | 'Language';

/** Settings: what the organisation has decided, its licence, and the person's own choices. */
export class SettingsPage {
  private constructor(readonly page: Page) {}

  static async shown(page: Page): Promise<SettingsPage> {
    await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible();
    return new SettingsPage(page);
  }

  link(section: Section): Locator {
    return this.page.getByRole('link', { name: section, exact: true });
  }

  async open(section: Section): Promise<void> {
    await this.link(section).click();
    await expect(this.link(section)).toHaveAttribute('aria-current', 'page');
  }

  async openUsers(): Promise<UsersPage> {
    await this.page.getByRole('link', { name: 'People and invitations', exact: true }).click();
    return UsersPage.shown(this.page);
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  get initialPassword(): Combobox {
    return new Combobox(this.page.locator('main'), 'Initial password');
  }

  get delegation(): Locator {
    return this.page.getByRole('checkbox', { name: 'Delegated administration', exact: true });
  }

  get remindMe(): Locator {
    return this.page.getByRole('checkbox', {
      name: 'Remind me on this computer before invitations expire',
      exact: true,
    });
  }

  /** One of a group of plain radio buttons. */
  async choose(group: string, option: string): Promise<void> {
    await this.page
      .getByRole('radiogroup', { name: group, exact: true })
      .getByRole('radio', { name: option, exact: true })
      .check();
  }

  async trySave(): Promise<void> {
    await this.page.getByRole('button', { name: 'Save', exact: true }).click();
  }

  /** Saves what was changed, until nothing is left to save. */
  async save(): Promise<void> {
    await this.trySave();
    await expect(this.discard).toBeHidden();
    await expect(this.refusal).toBeHidden();
  }

  /** Only there while something isn't saved. */
  get discard(): Locator {
    return this.page.getByRole('button', { name: 'Discard', exact: true });
  }

  get refusal(): Locator {
    return this.page.getByRole('alert');
  }

  /** The line after an act. */
  get notice(): Locator {
    return this.page.getByRole('status');
  }

  /** Loads what somebody else has saved, and answers what the page says of it. */
  async showWhatStandsHereNow(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Show what stands here now', exact: true }).click();
    return this.page.getByRole('region').getByRole('status');
  }

  /** Those who stand in the way of Two roles, by the heading they are listed under. */
  inTheWay(heading: 'Site-Admins' | 'People with several sites' | 'Open invitations'): Locator {
    return this.page.getByRole('region', { name: heading, exact: true }).getByRole('link');
  }

  /** Follows the link of somebody who stands in the way. */
  async goTo(name: string): Promise<UsersPage> {
    await this.page.getByRole('link', { name, exact: true }).first().click();
    return UsersPage.shown(this.page);
  }

  /** Whether the window is drawn dark: what the eye sees, not what is stored. */
  isDark(page = this.page): Promise<boolean> {
    return page.evaluate(() => {
      const [red = 255, green = 255, blue = 255] = (
        getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? []
      ).map(Number);
      return red + green + blue < 3 * 128;
    });
  }
}
