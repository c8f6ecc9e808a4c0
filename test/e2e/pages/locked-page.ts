import { expect, type Locator, type Page } from '@playwright/test';
import { SignInPage } from './sign-in-page';

/** What a locked window shows: who is signed in, and nothing of what they were doing. */
export class LockedPage {
  private constructor(readonly page: Page) {}

  static async shown(page: Page): Promise<LockedPage> {
    const locked = new LockedPage(page);
    await expect(locked.heading).toBeVisible();
    return locked;
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { name: 'Locked', exact: true });
  }

  get password(): Locator {
    return this.page.getByLabel('Password', { exact: true });
  }

  get refusal(): Locator {
    return this.page.getByRole('alert');
  }

  async tryToUnlock(password: string): Promise<void> {
    await this.password.fill(password);
    await this.page.getByRole('button', { name: 'Unlock', exact: true }).click();
  }

  async unlock(password: string): Promise<void> {
    await this.tryToUnlock(password);
    await expect(this.heading).toBeHidden();
  }

  async signOut(): Promise<SignInPage> {
    await this.page.getByRole('button', { name: 'Sign out', exact: true }).click();
    return SignInPage.shown(this.page);
  }

  /** Everything a page could read of itself, shown or not: texts and what stands in its fields. */
  inTheDocument(): Promise<string> {
    return this.page.evaluate(() =>
      [
        document.title,
        document.documentElement.textContent,
        ...[...document.querySelectorAll('input, textarea')].map(
          (field) => (field as HTMLInputElement).value,
        ),
      ].join('\n'),
    );
  }
}
