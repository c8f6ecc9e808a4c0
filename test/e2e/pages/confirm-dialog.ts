import type { Page } from '@playwright/test';
import { Dialog } from './dialog';

/** A confirmation: it repeats the act as the button's name. */
export class ConfirmDialog extends Dialog {
  static shown(page: Page, act: string): Promise<ConfirmDialog> {
    return new ConfirmDialog(page, act).isShown();
  }

  async tryToConfirm(): Promise<void> {
    await this.button(this.name).click();
  }

  async confirm(): Promise<void> {
    await this.tryToConfirm();
    await this.closed();
  }
}
