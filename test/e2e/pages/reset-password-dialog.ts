import type { Page } from '@playwright/test';
import { Dialog } from './dialog';
import { TemporaryPasswordDialog } from './temporary-password-dialog';

export class ResetPasswordDialog extends Dialog {
  static shown(page: Page): Promise<ResetPasswordDialog> {
    return new ResetPasswordDialog(page, 'Reset Password').isShown();
  }

  async reset(temporaryPassword: string): Promise<void> {
    await this.field('Temporary password').fill(temporaryPassword);
    await this.button('Reset Password').click();
    await this.closed();
  }

  async resetToGenerated(): Promise<TemporaryPasswordDialog> {
    await this.button('Generate password').click();
    await this.button('Reset Password').click();
    return TemporaryPasswordDialog.shown(this.page);
  }
}
