import type { Page } from '@playwright/test';
import { type Access, giveAccess } from './access';
import { Dialog } from './dialog';
import { TemporaryPasswordDialog } from './temporary-password-dialog';

export interface NewUser extends Access {
  email: string;
  displayName: string;
}

export class AddUserDialog extends Dialog {
  static shown(page: Page): Promise<AddUserDialog> {
    return new AddUserDialog(page, 'Add User').isShown();
  }

  async fillIn(user: NewUser): Promise<void> {
    await this.field('Email').fill(user.email);
    await this.field('Display Name').fill(user.displayName);
    await giveAccess(this, user);
  }

  get mustChange() {
    return this.root.getByRole('checkbox', { name: 'Must change password at next sign-in', exact: true });
  }

  async submit(): Promise<void> {
    await this.button('Create').click();
  }

  /** With a password the admin types: it isn't shown again. */
  async create(user: NewUser, password: string): Promise<void> {
    await this.fillIn(user);
    await this.field('Password').fill(password);
    await this.submit();
    await this.closed();
  }

  /** With a generated password, which is shown once. */
  async createWithGeneratedPassword(user: NewUser): Promise<TemporaryPasswordDialog> {
    await this.fillIn(user);
    await this.button('Generate password').click();
    return this.finishGenerated();
  }

  async finishGenerated(): Promise<TemporaryPasswordDialog> {
    await this.submit();
    return TemporaryPasswordDialog.shown(this.page);
  }
}
