import type { Page } from '@playwright/test';
import { type Access, giveAccess } from './access';
import { Dialog } from './dialog';
import { InvitationReadyDialog } from './invitation-ready-dialog';

export class InviteUserDialog extends Dialog {
  static shown(page: Page): Promise<InviteUserDialog> {
    return new InviteUserDialog(page, 'Invite User').isShown();
  }

  async tryToInvite(email: string, access: Access = {}): Promise<void> {
    await this.field('Email').fill(email);
    await giveAccess(this, access);
    await this.button('Send Invitation').click();
  }

  async invite(email: string, access: Access): Promise<InvitationReadyDialog> {
    await this.tryToInvite(email, access);
    return InvitationReadyDialog.shown(this.page);
  }
}
