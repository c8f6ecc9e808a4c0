import { expect, type Locator, type Page } from '@playwright/test';
import { Shell } from './shell';

/** The forced change after a temporary password: nothing else answers until it is done. */
export class ChoosePasswordPage {
  private constructor(readonly page: Page) {}

  static async shown(page: Page): Promise<ChoosePasswordPage> {
    await expect(page.getByRole('heading', { name: 'Choose a new password', exact: true })).toBeVisible();
    return new ChoosePasswordPage(page);
  }

  get newPassword(): Locator {
    return this.page.getByLabel('New password', { exact: true });
  }

  get refusal(): Locator {
    return this.page.getByRole('alert');
  }

  async tryToChoose(password: string, confirmed = password): Promise<void> {
    await this.newPassword.fill(password);
    await this.page.getByLabel('Confirm password', { exact: true }).fill(confirmed);
    await this.page.getByRole('button', { name: 'Change password', exact: true }).click();
  }

  async choose(password: string): Promise<Shell> {
    await this.tryToChoose(password);
    return Shell.shown(this.page);
  }
}
