import { expect, type Locator, type Page } from '@playwright/test';
import { Combobox } from '../support/combobox';
import { Dialog } from './dialog';
import { RestoreDialog } from './restore-dialog';
import { Shell } from './shell';

/** Settings → Backups: how things stand, what there is, when more is made, and a copy for elsewhere. */
export class BackupsPage {
  private constructor(readonly page: Page) {}

  static async open(page: Page): Promise<BackupsPage> {
    const settings = await (await Shell.shown(page)).openSettings();
    await settings.open('Backups');
    const backups = new BackupsPage(page);
    await expect(backups.backUpNow).toBeVisible();
    return backups;
  }

  get backUpNow(): Locator {
    return this.page.getByRole('button', { name: 'Back up now', exact: true });
  }

  /** Makes one, and waits until it is whole. */
  async make(): Promise<void> {
    await this.backUpNow.click();
    await expect(this.page.getByText('Backup complete', { exact: true })).toBeVisible();
    await expect(this.backUpNow).toBeEnabled();
  }

  /** The backups below the head, newest first. */
  get list(): Locator {
    return this.page.getByRole('table', { name: 'What there is', exact: true }).locator('tbody tr');
  }

  get standing(): Locator {
    return this.page.getByRole('region', { name: 'Backups', exact: true });
  }

  get refusal(): Locator {
    return this.page.getByRole('alert');
  }

  get schedule(): Combobox {
    return new Combobox(this.page.locator('main'), 'Back up');
  }

  get keep(): Combobox {
    return new Combobox(this.page.locator('main'), 'Keep backups for');
  }

  async press(name: 'Choose folder' | 'Use the data folder' | 'Save'): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  /** The newest but so many. */
  async restore(newestBut = 0): Promise<RestoreDialog> {
    await this.list.nth(newestBut).getByRole('button', { name: 'Restore', exact: true }).click();
    return RestoreDialog.shown(this.page);
  }

  async restoreFromFile(): Promise<RestoreDialog> {
    await this.page.getByRole('button', { name: 'Restore from a file', exact: true }).click();
    return RestoreDialog.shown(this.page);
  }

  async makeCopy(): Promise<CopyDialog> {
    await this.page.getByRole('button', { name: 'Make a copy', exact: true }).click();
    return CopyDialog.shown(this.page);
  }
}

/** A copy for elsewhere: its passphrase, typed twice. */
class CopyDialog extends Dialog {
  static shown(page: Page): Promise<CopyDialog> {
    return new CopyDialog(page, 'Make a copy').isShown();
  }

  async tryWith(passphrase: string, again = passphrase): Promise<void> {
    await this.field('Passphrase').fill(passphrase);
    await this.field('Confirm passphrase').fill(again);
    await this.button('Make a copy').click();
  }
}
