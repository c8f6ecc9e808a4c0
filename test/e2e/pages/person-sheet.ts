import { expect, type Locator, type Page } from '@playwright/test';
import { ChangeEmailDialog } from './change-email-dialog';
import { ConfirmDialog } from './confirm-dialog';
import { EditUserDialog } from './edit-user-dialog';
import { ResetPasswordDialog } from './reset-password-dialog';

type Act =
  | 'Edit User'
  | 'Change email'
  | 'Reset Password'
  | 'Deactivate User'
  | 'Reactivate User'
  | 'Delete User';

/** Somebody's page, beside the list: who they are, until when, where they are signed in, what happened. */
export class PersonSheet {
  readonly root: Locator;

  private constructor(
    readonly page: Page,
    name: string,
  ) {
    this.root = page.getByRole('complementary', { name, exact: true });
  }

  static async shown(page: Page, name: string): Promise<PersonSheet> {
    const sheet = new PersonSheet(page, name);
    await expect(sheet.root).toBeVisible();
    return sheet;
  }

  act(name: Act): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  /** What can be done from here, in the order it is offered. */
  async offered(): Promise<string[]> {
    const names = await this.root
      .getByRole('button', { name: / User$| Password$|^Change email$/ })
      .allInnerTexts();
    return names.map((name) => name.trim());
  }

  get refusal(): Locator {
    return this.root.getByRole('alert');
  }

  async edit(): Promise<EditUserDialog> {
    await this.act('Edit User').click();
    return EditUserDialog.shown(this.page);
  }

  async changeEmail(): Promise<ChangeEmailDialog> {
    await this.act('Change email').click();
    return ChangeEmailDialog.shown(this.page);
  }

  async resetPassword(): Promise<ResetPasswordDialog> {
    await this.act('Reset Password').click();
    return ResetPasswordDialog.shown(this.page);
  }

  async deactivate(): Promise<ConfirmDialog> {
    await this.act('Deactivate User').click();
    return ConfirmDialog.shown(this.page, 'Deactivate User');
  }

  async delete(): Promise<ConfirmDialog> {
    await this.act('Delete User').click();
    return ConfirmDialog.shown(this.page, 'Delete User');
  }

  get leavesOn(): Locator {
    return this.root.getByLabel('Leaves on', { exact: true });
  }

  /** `day` as a date field takes it: "2026-11-30". */
  async setEndDate(day: string): Promise<void> {
    await this.leavesOn.fill(day);
    await this.root.getByRole('button', { name: 'Set end date', exact: true }).click();
    await expect(this.removeEndDate).toBeVisible();
  }

  /** Only there while an end date is set. */
  get removeEndDate(): Locator {
    return this.root.getByRole('button', { name: 'Remove end date', exact: true });
  }

  get sessions(): Locator {
    return this.root.getByRole('list', { name: 'Sessions', exact: true }).getByRole('listitem');
  }

  async endSession(session: Locator): Promise<void> {
    await session.getByRole('button', { name: 'End session', exact: true }).click();
  }

  /** What became of the mail of an invitation. */
  get mail(): Locator {
    return this.root.getByRole('region', { name: 'Mail', exact: true });
  }

  async signOutEverywhere(): Promise<void> {
    await this.root.getByRole('button', { name: 'Sign out everywhere', exact: true }).click();
  }

  /** What happened, newest first. */
  get history(): Locator {
    return this.root.getByRole('list', { name: 'History', exact: true }).getByRole('listitem');
  }

  /** Of the latest change of their access. */
  get undo(): Locator {
    return this.history.getByRole('button', { name: /^Undo: / });
  }

  async showMore(): Promise<void> {
    await this.root.getByRole('button', { name: 'Show more', exact: true }).click();
  }
}
