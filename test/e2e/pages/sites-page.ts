import { expect, type Locator, type Page } from '@playwright/test';
import { AccessPage } from './access-page';
import { ArchiveSiteDialog, SiteNameDialog } from './site-dialogs';

/** Sites: the places of the organisation. */
export class SitesPage {
  private constructor(readonly page: Page) {}

  static async shown(page: Page): Promise<SitesPage> {
    await expect(page.getByRole('heading', { name: 'Sites', exact: true })).toBeVisible();
    return new SitesPage(page);
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  async addSite(): Promise<SiteNameDialog> {
    await this.page.getByRole('button', { name: 'Add Site', exact: true }).click();
    return SiteNameDialog.toAdd(this.page);
  }

  async rename(name: string): Promise<SiteNameDialog> {
    await this.act(name, 'Rename site');
    return SiteNameDialog.toRename(this.page);
  }

  async archive(name: string): Promise<ArchiveSiteDialog> {
    await this.act(name, 'Archive site');
    return ArchiveSiteDialog.shown(this.page);
  }

  /** What happened at the site; its entries, newest first. */
  async history(name: string): Promise<Locator> {
    await this.act(name, 'History');
    return this.page.getByRole('complementary', { name, exact: true }).getByRole('listitem');
  }

  async access(name: string): Promise<AccessPage> {
    await this.act(name, 'Access on a day');
    return AccessPage.shown(this.page);
  }

  private async act(
    name: string,
    act: 'Rename site' | 'Archive site' | 'History' | 'Access on a day',
  ): Promise<void> {
    await this.page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
    await this.page.getByRole('menuitem', { name: act, exact: true }).click();
  }
}
