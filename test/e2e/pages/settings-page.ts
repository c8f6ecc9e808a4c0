import { expect, type Page } from '@playwright/test';

/** Settings: the person's own choices, and how this desk keeps its data. */
export class SettingsPage {
  private constructor(readonly page: Page) {}

  static async shown(page: Page): Promise<SettingsPage> {
    await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible();
    return new SettingsPage(page);
  }

  async open(section: 'Language' | 'Security'): Promise<void> {
    await this.page.getByRole('link', { name: section, exact: true }).click();
  }

  /** One of a group of plain radio buttons; it holds at once. */
  async choose(group: string, option: string): Promise<void> {
    await this.page
      .getByRole('radiogroup', { name: group, exact: true })
      .getByRole('radio', { name: option, exact: true })
      .check();
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
