import type { Page } from '@playwright/test';
import { Dialog } from './dialog';

export class ChangeEmailDialog extends Dialog {
  static shown(page: Page): Promise<ChangeEmailDialog> {
    return new ChangeEmailDialog(page, 'Change email').isShown();
  }

  async tryToChange(email: string): Promise<void> {
    await this.field('New email').fill(email);
    await this.button('Change email').click();
  }

  async change(email: string): Promise<void> {
    await this.tryToChange(email);
    await this.closed();
  }
}
