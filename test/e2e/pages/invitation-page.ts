import { expect, type Locator, type Page } from '@playwright/test';
import { SignInPage } from './sign-in-page';

/** "Have an invitation?" on the sign-in screen: the code first, then the account. */
export class InvitationPage {
  private constructor(readonly page: Page) {}

  static async shown(page: Page): Promise<InvitationPage> {
    await expect(page.getByLabel('Invitation code', { exact: true })).toBeVisible();
    return new InvitationPage(page);
  }

  /** Its secret is known already: from a link that was opened. */
  static async opened(page: Page): Promise<InvitationPage> {
    const invitation = new InvitationPage(page);
    await expect(invitation.displayName).toBeVisible();
    return invitation;
  }

  get refusal(): Locator {
    return this.page.getByRole('alert');
  }

  get displayName(): Locator {
    return this.page.getByLabel('Display Name', { exact: true });
  }

  /** A code, or a pasted invitation link. */
  async enter(secret: string): Promise<void> {
    await this.page.getByLabel('Invitation code', { exact: true }).fill(secret);
    await this.page.getByRole('button', { name: 'Continue', exact: true }).click();
  }

  async backToSignIn(): Promise<SignInPage> {
    await this.page.getByRole('link', { name: 'Back to sign-in', exact: true }).click();
    return SignInPage.shown(this.page);
  }

  async accept(account: { displayName: string; password: string }): Promise<SignInPage> {
    await this.displayName.fill(account.displayName);
    await this.page.getByLabel('Password', { exact: true }).fill(account.password);
    await this.page.getByLabel('Confirm password', { exact: true }).fill(account.password);
    await this.page.getByRole('button', { name: 'Accept invitation', exact: true }).click();
    await expect(this.page.getByText('Your account is ready. Sign in.')).toBeVisible();
    return SignInPage.shown(this.page);
  }
}
