import { expect, type Locator, type Page } from '@playwright/test';
import { Dialog } from './dialog';
import { SignInPage } from './sign-in-page';

/** A backup that is to be restored: what opens it, what will change, and the press that does it. */
export class RestoreDialog extends Dialog {
  static shown(page: Page): Promise<RestoreDialog> {
    return new RestoreDialog(page, 'Restore').isShown();
  }

  async tryToOpenWith(what: 'Database recovery key' | 'Passphrase', typed: string): Promise<void> {
    await this.field(what).fill(typed);
    await this.button('Continue').click();
  }

  async openWith(what: 'Database recovery key' | 'Passphrase', typed: string): Promise<this> {
    await this.tryToOpenWith(what, typed);
    return this.compared();
  }

  /** What there is, now and then. */
  get counts(): Locator {
    return this.root.getByRole('table', { name: 'What there is', exact: true });
  }

  /** Waits until the backup has been read and compared. */
  async compared(): Promise<this> {
    await expect(this.counts).toBeVisible();
    return this;
  }

  count(of: string): Locator {
    return this.counts.getByRole('row').filter({ hasText: of });
  }

  /** People it is about, by the heading over them. */
  people(heading: RegExp): Locator {
    return this.root.getByRole('region', { name: heading });
  }

  /** Does it, and waits for the sign-in screen. */
  async restore(): Promise<SignInPage> {
    await this.button('Restore').click();
    return SignInPage.shown(this.page);
  }
}
