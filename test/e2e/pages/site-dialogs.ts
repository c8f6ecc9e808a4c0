import type { Page } from '@playwright/test';
import { Combobox } from '../support/combobox';
import { Dialog } from './dialog';

/** Asks for a site's name, to add or to rename it. */
export class SiteNameDialog extends Dialog {
  static toAdd(page: Page): Promise<SiteNameDialog> {
    return new SiteNameDialog(page, 'Add Site').isShown();
  }

  static toRename(page: Page): Promise<SiteNameDialog> {
    return new SiteNameDialog(page, 'Rename site').isShown();
  }

  async tryToAdd(name: string): Promise<void> {
    await this.field('Site name').fill(name);
    await this.button(this.name).click();
  }

  async add(name: string): Promise<void> {
    await this.tryToAdd(name);
    await this.closed();
  }

  rename(name: string): Promise<void> {
    return this.add(name);
  }
}

/** Tells whom archiving would leave without a site, and takes where they move. */
export class ArchiveSiteDialog extends Dialog {
  static shown(page: Page): Promise<ArchiveSiteDialog> {
    return new ArchiveSiteDialog(page, 'Archive site').isShown();
  }

  get moveTo(): Combobox {
    return new Combobox(this.root, 'Move to');
  }

  async tryToConfirm(): Promise<void> {
    await this.button('Archive site').click();
  }

  async confirm(): Promise<void> {
    await this.tryToConfirm();
    await this.closed();
  }
}
