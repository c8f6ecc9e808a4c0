import { expect, type Locator, type Page } from '@playwright/test';
import { SignInPage } from './sign-in-page';

interface Typed {
  email: string;
  code: string;
  password: string;
}

/** Where the code from paper is typed. */
export class RecoveryPage {
  private constructor(readonly page: Page) {}

  static async shown(page: Page): Promise<RecoveryPage> {
    await expect(page.getByRole('heading', { name: 'Use recovery code', exact: true })).toBeVisible();
    return new RecoveryPage(page);
  }

  field(label: 'Email' | 'Recovery code' | 'New password' | 'Confirm password'): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  get refusal(): Locator {
    return this.page.getByRole('alert');
  }

  async tryToUse({ email, code, password }: Typed): Promise<void> {
    await this.field('Email').fill(email);
    await this.field('Recovery code').fill(code);
    await this.field('New password').fill(password);
    await this.field('Confirm password').fill(password);
    await this.page.getByRole('button', { name: 'Set password', exact: true }).click();
  }

  async use(typed: Typed): Promise<SignInPage> {
    await this.tryToUse(typed);
    return SignInPage.shown(this.page);
  }

  async back(): Promise<SignInPage> {
    await this.page.getByRole('link', { name: 'Back to sign-in', exact: true }).click();
    return SignInPage.shown(this.page);
  }
}
