import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { type Access, giveAccess } from './access';
import { Dialog } from './dialog';

/** A list of addresses: pasted or dropped, looked at, sent, reported. */
export class InviteManyDialog extends Dialog {
  static shown(page: Page): Promise<InviteManyDialog> {
    return new InviteManyDialog(page, 'Invite many').isShown();
  }

  get list(): Locator {
    return this.field('Addresses');
  }

  get notice(): Locator {
    return this.root.getByRole('status');
  }

  row(address: string): Locator {
    return this.root.getByRole('row').filter({ has: this.page.getByText(address, { exact: true }) });
  }

  /** Pastes a list and has it looked at; nothing is sent. */
  async check(addresses: readonly string[], access: Access = {}): Promise<void> {
    await this.list.fill(addresses.join('\n'));
    await giveAccess(this, access);
    await this.button('Check list').click();
  }

  /** What would come of each line, in order: `new`, `Resend`, … */
  async outcomes(): Promise<string[]> {
    await expect(this.button('Send Invitations')).toBeVisible();
    const rows = await this.root.getByRole('row').all();
    const texts = await Promise.all(rows.slice(1).map((row) => row.getByRole('cell').nth(2).innerText()));
    return texts.map((text) => text.trim());
  }

  /** Sends what is looked at, to the report. */
  async send(): Promise<void> {
    await this.button('Send Invitations').click();
    await expect(this.button('Done')).toBeVisible();
  }

  async done(): Promise<void> {
    await this.button('Done').click();
    await this.closed();
  }

  /** Drops a file on the dialog, as from a file manager. */
  async drop(name: string, content: Buffer): Promise<void> {
    const bytes = [...content];
    const dataTransfer = await this.page.evaluateHandle(
      (file) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(file.bytes)], file.name));
        return data;
      },
      { name, bytes },
    );
    for (const type of ['dragenter', 'dragover', 'drop'])
      await this.list.dispatchEvent(type, { dataTransfer });
  }
}

export interface SavedInvitation {
  Email: string;
  'Invitation link': string;
  'Invitation code': string;
  'Valid until': string;
}

/** A list that **Save list** wrote. */
export function savedList(file: string): SavedInvitation[] {
  return parse<SavedInvitation>(readFileSync(file), { bom: true, columns: true });
}
