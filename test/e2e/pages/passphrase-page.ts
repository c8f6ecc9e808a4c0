import { expect, type Locator, type Page } from '@playwright/test';
import { RecoveryKeyForm } from './recovery-key-form';
import { SignInPage } from './sign-in-page';

/** What a start shows first, where a start passphrase was set. */
export class PassphrasePage {
  private constructor(readonly page: Page) {}

  static async shown(page: Page): Promise<PassphrasePage> {
    await expect(page.getByRole('heading', { name: 'Open Atrium Desk', exact: true })).toBeVisible();
    return new PassphrasePage(page);
  }

  get field(): Locator {
    return this.page.getByLabel('Start passphrase', { exact: true });
  }

  get refusal(): Locator {
    return this.page.getByRole('alert');
  }

  async tryToOpen(passphrase: string): Promise<void> {
    await this.field.fill(passphrase);
    await this.page.getByRole('button', { name: 'Open', exact: true }).click();
  }

  async open(passphrase: string): Promise<SignInPage> {
    await this.tryToOpen(passphrase);
    return SignInPage.shown(this.page);
  }

  async forgotten(): Promise<RecoveryKeyForm> {
    await this.page.getByRole('button', { name: 'Forgot it? Use the recovery key', exact: true }).click();
    return RecoveryKeyForm.shown(this.page);
  }
}
