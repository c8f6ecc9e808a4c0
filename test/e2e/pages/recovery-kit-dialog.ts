import { expect, type Page } from '@playwright/test';
import { Dialog } from './dialog';

/** The break-glass code and the database's key, shown this one time. */
export class RecoveryKitDialog extends Dialog {
  static shown(page: Page): Promise<RecoveryKitDialog> {
    return new RecoveryKitDialog(page, 'Recovery kit').isShown();
  }

  async code(): Promise<string> {
    const field = this.field('Recovery code');
    await expect(field).toHaveValue(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
    return field.inputValue();
  }

  /** As it stands on paper, four lines. */
  async databaseKey(): Promise<string> {
    const field = this.field('Database recovery key');
    await expect(field).toHaveValue(/^(([0-9A-Z]{5}-){2}[0-9A-Z]{5}\n?){4}$/);
    return field.inputValue();
  }

  async print(): Promise<void> {
    await this.button('Print').click();
  }

  async done(): Promise<void> {
    await this.button('Done').click();
    await this.closed();
  }
}
