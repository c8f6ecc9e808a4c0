import type { Page } from '@playwright/test';
import { Dialog } from './dialog';

/** A generated password, shown this one time. */
export class TemporaryPasswordDialog extends Dialog {
  static shown(page: Page): Promise<TemporaryPasswordDialog> {
    return new TemporaryPasswordDialog(page, 'Temporary password').isShown();
  }

  password(): Promise<string> {
    return this.field('Temporary password').inputValue();
  }

  async done(): Promise<void> {
    await this.button('Done').click();
    await this.closed();
  }
}
