import { expect, type Locator, type Page } from '@playwright/test';
import type { Desk } from '../support/desk';
import { RestoreDialog } from './restore-dialog';

/** Where a backup is restored without anybody signed in: the database can't be opened, or there is none yet. */
export class RescuePage {
  private constructor(
    readonly page: Page,
    private readonly desk: Desk,
  ) {}

  /** Of a desk that says why its database can't be opened. */
  static async failed(desk: Desk, says: string): Promise<RescuePage> {
    await expect(desk.window.getByRole('heading', { name: says, exact: true })).toBeVisible();
    return new RescuePage(desk.window, desk);
  }

  /** Instead of the set-up of a fresh computer. */
  static async fromSetUp(desk: Desk): Promise<RescuePage> {
    await desk.window.getByRole('link', { name: 'Restore from a backup', exact: true }).click();
    await expect(
      desk.window.getByRole('heading', { name: 'Restore from a backup', exact: true }),
    ).toBeVisible();
    return new RescuePage(desk.window, desk);
  }

  /** The backups it found, newest first. */
  get found(): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByText(/\d{4}/) });
  }

  async restoreNewest(): Promise<RestoreDialog> {
    await this.found.first().getByRole('button', { name: 'Restore', exact: true }).click();
    return RestoreDialog.shown(this.page);
  }

  async chooseFile(path: string): Promise<RestoreDialog> {
    await this.desk.choosesFile(path);
    await this.page.getByRole('button', { name: 'Choose a file', exact: true }).click();
    return RestoreDialog.shown(this.page);
  }
}
