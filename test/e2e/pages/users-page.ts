import { expect, type Locator, type Page } from '@playwright/test';
import { Combobox } from '../support/combobox';
import { AddUserDialog } from './add-user-dialog';
import { ConfirmDialog } from './confirm-dialog';
import { EditUserDialog } from './edit-user-dialog';
import { InvitationReadyDialog } from './invitation-ready-dialog';
import { InviteManyDialog } from './invite-many-dialog';
import { InviteUserDialog } from './invite-user-dialog';
import { PersonSheet } from './person-sheet';
import { PrintSlipDialog } from './print-slip-dialog';
import { ReactivateUserDialog } from './reactivate-user-dialog';
import { ResetPasswordDialog } from './reset-password-dialog';
import { Shell } from './shell';

export type Card = 'Total Users' | 'Administrators' | 'Pending Invitations' | 'Invitation Status';
const columns = ['Email', 'Status', 'Role', 'Site', 'Last Activity'] as const;
export type Column = (typeof columns)[number];
type Act =
  | 'Edit User'
  | 'Reset Password'
  | 'Deactivate User'
  | 'Reactivate User'
  | 'Delete User'
  | 'Resend Invitation'
  | 'Print slip'
  | 'Remove Invitation';

/** Users: cards, filters, the table of people and invitations, and what can be done to each. */
export class UsersPage {
  private constructor(readonly page: Page) {}

  static async shown(page: Page): Promise<UsersPage> {
    await expect(page.getByRole('heading', { name: 'Users', exact: true })).toBeVisible();
    await expect(page.getByRole('columnheader').first()).toBeVisible();
    return new UsersPage(page);
  }

  shell(): Promise<Shell> {
    return Shell.shown(this.page);
  }

  /** The line after an act. */
  get notice(): Locator {
    return this.page.getByRole('status').filter({ hasNot: this.printRecoveryKit });
  }

  /** In that line. */
  get undo(): Locator {
    return this.page.getByRole('button', { name: 'Undo', exact: true });
  }

  /** Why what was pressed in that line could not be done. */
  get refusal(): Locator {
    return this.page.getByRole('alert');
  }

  /** In the banner that stays until it is done. */
  get printRecoveryKit(): Locator {
    return this.page.getByRole('button', { name: 'Print recovery kit', exact: true });
  }

  card(name: Card): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  column(name: Column): Locator {
    return this.page.getByRole('columnheader', { name, exact: true });
  }

  async sortBy(name: Column): Promise<void> {
    await this.column(name).getByRole('button').click();
  }

  filter(name: 'Status' | 'Role' | 'Site'): Combobox {
    return new Combobox(this.page.locator('body'), name);
  }

  get search(): Locator {
    return this.page.getByLabel('Search users', { exact: true });
  }

  view(name: 'Unified' | 'Tabbed'): Locator {
    return this.page
      .getByRole('radio', { name, exact: true })
      .or(this.page.getByRole('button', { name, exact: true }));
  }

  tab(name: 'Users' | 'Invitations'): Locator {
    return this.page.getByRole('tab', { name: new RegExp(`^${name}`) });
  }

  /** Rows on screen, without the heads. */
  get rows(): Locator {
    return this.page
      .getByRole('row')
      .filter({ has: this.page.getByRole('button', { name: /^Actions for / }) });
  }

  row(email: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByText(email, { exact: true }) });
  }

  /** What the list says of somebody in one column. */
  cell(email: string, column: Column): Locator {
    return this.row(email).getByRole('cell').nth(columns.indexOf(column));
  }

  /** E-mail addresses on screen, in the order shown. */
  async emails(): Promise<string[]> {
    const names = await this.rows
      .getByRole('button', { name: /^Actions for / })
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''));
    return names.map((name) => name.replace('Actions for ', ''));
  }

  async emailOf(row: Locator): Promise<string> {
    const name = await row.getByRole('button', { name: /^Actions for / }).getAttribute('aria-label');
    return (name ?? '').replace('Actions for ', '');
  }

  /** What a column says, each text once. */
  async cells(name: Column): Promise<string[]> {
    const heads = await this.page.getByRole('columnheader').allInnerTexts();
    const index = heads.findIndex((head) => head.startsWith(name));
    const texts = await this.rows.evaluateAll(
      (rows, column) =>
        rows.map((row) => (row.querySelectorAll('[role="cell"]')[column]?.textContent ?? '').trim()),
      index,
    );
    return [...new Set(texts)];
  }

  /** The statuses on screen, each once, without the lines under them. */
  async statuses(): Promise<string[]> {
    const texts = await this.cells('Status');
    return [...new Set(texts.map((text) => /^(Active|Inactive|Pending|Expired)/.exec(text)?.[0] ?? text))];
  }

  async clearFilters(): Promise<void> {
    await this.page.getByRole('button', { name: 'Clear', exact: true }).click();
  }

  async scrollToEnd(): Promise<void> {
    await this.scrollTo('end');
  }

  async scrollToTop(): Promise<void> {
    await this.scrollTo('top');
  }

  private async scrollTo(where: 'top' | 'end'): Promise<void> {
    await this.page.getByRole('table').evaluate((table, to) => {
      table.scrollTop = to === 'end' ? table.scrollHeight : 0;
    }, where);
  }

  actions(email: string): Locator {
    return this.page.getByRole('button', { name: `Actions for ${email}`, exact: true });
  }

  /** What the row's menu offers. */
  async offered(email: string): Promise<string[]> {
    await this.actions(email).click();
    const items = this.page.getByRole('menuitem');
    await expect(items.first()).toBeVisible();
    const names = await items.allInnerTexts();
    await this.page.keyboard.press('Escape');
    await expect(items.first()).toBeHidden();
    return names.map((name) => name.trim());
  }

  async addUser(): Promise<AddUserDialog> {
    await this.page.getByRole('button', { name: 'Add User', exact: true }).click();
    return AddUserDialog.shown(this.page);
  }

  async inviteUser(): Promise<InviteUserDialog> {
    await this.page.getByRole('button', { name: 'Invite User', exact: true }).click();
    return InviteUserDialog.shown(this.page);
  }

  async inviteMany(): Promise<InviteManyDialog> {
    await this.page.getByRole('button', { name: 'More', exact: true }).click();
    await this.page.getByRole('menuitem', { name: 'Invite many', exact: true }).click();
    return InviteManyDialog.shown(this.page);
  }

  /** Opens somebody's page beside the list. */
  async open({ email, displayName }: { email: string; displayName: string }): Promise<PersonSheet> {
    await this.row(email).click();
    return PersonSheet.shown(this.page, displayName);
  }

  async edit(email: string): Promise<EditUserDialog> {
    await this.act(email, 'Edit User');
    return EditUserDialog.shown(this.page);
  }

  async resetPassword(email: string): Promise<ResetPasswordDialog> {
    await this.act(email, 'Reset Password');
    return ResetPasswordDialog.shown(this.page);
  }

  async deactivate(email: string): Promise<ConfirmDialog> {
    await this.act(email, 'Deactivate User');
    return ConfirmDialog.shown(this.page, 'Deactivate User');
  }

  async delete(email: string): Promise<ConfirmDialog> {
    await this.act(email, 'Delete User');
    return ConfirmDialog.shown(this.page, 'Delete User');
  }

  async reactivate(email: string): Promise<ReactivateUserDialog> {
    await this.act(email, 'Reactivate User');
    return ReactivateUserDialog.shown(this.page);
  }

  async resendInvitation(email: string): Promise<InvitationReadyDialog> {
    await this.act(email, 'Resend Invitation');
    return InvitationReadyDialog.shown(this.page);
  }

  async printSlip(email: string): Promise<PrintSlipDialog> {
    await this.act(email, 'Print slip');
    return PrintSlipDialog.shown(this.page);
  }

  async removeInvitation(email: string): Promise<ConfirmDialog> {
    await this.act(email, 'Remove Invitation');
    return ConfirmDialog.shown(this.page, 'Remove Invitation');
  }

  private async act(email: string, act: Act): Promise<void> {
    await this.actions(email).click();
    await this.page.getByRole('menuitem', { name: act, exact: true }).click();
  }
}
