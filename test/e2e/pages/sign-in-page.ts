import { expect, type Locator, type Page } from '@playwright/test';
import { ChoosePasswordPage } from './choose-password-page';
import { InvitationPage } from './invitation-page';
import { RecoveryPage } from './recovery-page';
import { Shell } from './shell';
import type { UsersPage } from './users-page';

export interface Person {
  email: string;
  password: string;
}

/** Where every start of the app and every ended session leads. */
export class SignInPage {
  private constructor(readonly page: Page) {}

  static async shown(page: Page): Promise<SignInPage> {
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    return new SignInPage(page);
  }

  get email(): Locator {
    return this.page.getByLabel('Email', { exact: true });
  }

  get password(): Locator {
    return this.page.getByLabel('Password', { exact: true });
  }

  get refusal(): Locator {
    return this.page.getByRole('alert');
  }

  /** The line that says why one is here: "Your account is ready. Sign in.", an ended session. */
  get notice(): Locator {
    return this.page.getByRole('status');
  }

  async tryToSignIn({ email, password }: Person): Promise<void> {
    await this.email.fill(email);
    await this.password.fill(password);
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }

  /** As somebody who may see the Users page, which they then see. */
  async signIn(person: Person): Promise<UsersPage> {
    const shell = await this.signInTo(person);
    return shell.openUsers();
  }

  async signInTo(person: Person): Promise<Shell> {
    await this.tryToSignIn(person);
    return Shell.shown(this.page);
  }

  async signInWithTemporaryPassword(person: Person): Promise<ChoosePasswordPage> {
    await this.tryToSignIn(person);
    return ChoosePasswordPage.shown(this.page);
  }

  async haveAnInvitation(): Promise<InvitationPage> {
    await this.page.getByRole('link', { name: 'Have an invitation?', exact: true }).click();
    return InvitationPage.shown(this.page);
  }

  async useRecoveryCode(): Promise<RecoveryPage> {
    await this.page.getByRole('link', { name: 'Use recovery code', exact: true }).click();
    return RecoveryPage.shown(this.page);
  }
}
