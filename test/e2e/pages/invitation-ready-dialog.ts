import { expect, type Locator, type Page } from '@playwright/test';
import { Dialog } from './dialog';

/** Link and code of an invitation, shown this one time. */
export interface InvitationSecrets {
  link: string;
  code: string;
}

export class InvitationReadyDialog extends Dialog {
  static shown(page: Page): Promise<InvitationReadyDialog> {
    return new InvitationReadyDialog(page, 'Invitation ready').isShown();
  }

  /** What becomes of the mail, as the dialog says it. */
  get delivery(): Locator {
    return this.root.getByRole('status').first();
  }

  async secrets(): Promise<InvitationSecrets> {
    const link = this.field('Invitation link');
    const code = this.field('Invitation code');
    await expect(link).toHaveValue(/^atrium-desk:\/\/invitation\/.{22,}/);
    return { link: await link.inputValue(), code: await code.inputValue() };
  }

  /** Reads the secrets and closes. */
  async take(): Promise<InvitationSecrets> {
    const secrets = await this.secrets();
    await this.button('Done').click();
    await this.closed();
    return secrets;
  }
}
