import { expect, type Locator, type Page } from '@playwright/test';
import { SignInPage } from './sign-in-page';

/** Where the key from the recovery kit is typed: beside why the database can't be opened, or in place of the passphrase. */
export class RecoveryKeyForm {
  private constructor(readonly page: Page) {}

  static async shown(page: Page): Promise<RecoveryKeyForm> {
    const form = new RecoveryKeyForm(page);
    await expect(form.field).toBeVisible();
    return form;
  }

  get field(): Locator {
    return this.page.getByLabel('Database recovery key', { exact: true });
  }

  get refusal(): Locator {
    return this.page.getByRole('alert');
  }

  async tryToOpen(key: string): Promise<void> {
    await this.field.fill(key);
    await this.page.getByRole('button', { name: 'Open with the recovery key', exact: true }).click();
  }

  async open(key: string): Promise<SignInPage> {
    await this.tryToOpen(key);
    return SignInPage.shown(this.page);
  }
}
