import { expect, type Page } from '@playwright/test';
import { Dialog } from './dialog';

/** A new code on a slip of paper, printed as the dialog opens. */
export class PrintSlipDialog extends Dialog {
  static shown(page: Page): Promise<PrintSlipDialog> {
    return new PrintSlipDialog(page, 'Print slip').isShown();
  }

  async code(): Promise<string> {
    await expect(this.field('Invitation code')).toHaveValue(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/);
    return this.field('Invitation code').inputValue();
  }

  /** Reads the code and closes. */
  async take(): Promise<string> {
    const code = await this.code();
    await this.button('Done').click();
    await this.closed();
    return code;
  }
}
