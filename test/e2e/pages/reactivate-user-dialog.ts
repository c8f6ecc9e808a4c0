import type { Page } from '@playwright/test';
import { type Access, giveAccess } from './access';
import { Dialog } from './dialog';

export class ReactivateUserDialog extends Dialog {
  static shown(page: Page): Promise<ReactivateUserDialog> {
    return new ReactivateUserDialog(page, 'Reactivate User').isShown();
  }

  async reactivate(access: Access, temporaryPassword: string): Promise<void> {
    await giveAccess(this, access);
    await this.field('Temporary password').fill(temporaryPassword);
    await this.button('Reactivate User').click();
    await this.closed();
  }
}
