import type { Locator, Page } from '@playwright/test';
import { type Access, giveAccess } from './access';
import { Dialog } from './dialog';

export class EditUserDialog extends Dialog {
  static shown(page: Page): Promise<EditUserDialog> {
    return new EditUserDialog(page, 'Edit User').isShown();
  }

  get applyNow(): Locator {
    return this.root.getByRole('checkbox', { name: 'Apply now', exact: true });
  }

  async change(changes: Access & { displayName?: string; applyNow?: boolean }): Promise<void> {
    if (changes.displayName !== undefined) await this.field('Display Name').fill(changes.displayName);
    await giveAccess(this, changes);
    if (changes.applyNow) await this.applyNow.check();
  }

  async submit(): Promise<void> {
    await this.button('Save changes').click();
  }

  async save(changes: Parameters<EditUserDialog['change']>[0]): Promise<void> {
    await this.change(changes);
    await this.submit();
    await this.closed();
  }
}
