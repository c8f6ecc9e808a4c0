import { expect, type Locator, type Page } from '@playwright/test';
import type { SettingsPage } from './settings-page';
import { Shell } from './shell';

/** Settings → Licence: what is allowed, what is used of it, and where another licence comes in. */
export class LicencePage {
  private constructor(readonly page: Page) {}

  static async open(page: Page): Promise<LicencePage> {
    const settings: SettingsPage = await (await Shell.shown(page)).openSettings();
    await settings.open('Licence');
    const licence = new LicencePage(page);
    await expect(licence.importButton).toBeVisible();
    return licence;
  }

  get importButton(): Locator {
    return this.page.getByRole('button', { name: 'Import licence', exact: true });
  }

  get refusal(): Locator {
    return this.page.getByRole('alert');
  }

  /** The panel: tier, state, figures. */
  get panel(): Locator {
    return this.page.getByRole('region', { name: / tier$/ });
  }

  text(words: string): Locator {
    return this.panel.getByText(words, { exact: true });
  }

  /** Chooses a file in the window that the button opens. */
  async tryToImport(file: string | { name: string; text: string | Buffer }): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.importButton.click();
    const chosen =
      typeof file === 'string'
        ? file
        : { name: file.name, mimeType: 'application/octet-stream', buffer: Buffer.from(file.text) };
    await (await chooser).setFiles(chosen);
  }

  async import(file: string): Promise<void> {
    await this.tryToImport(file);
    await expect(this.page.getByText(/^Imported: /)).toBeVisible();
    await expect(this.refusal).toHaveCount(0);
  }

  /** Drops a file on the panel, as from a file manager. */
  async drop(text: string): Promise<void> {
    const dataTransfer = await this.page.evaluateHandle((content) => {
      const data = new DataTransfer();
      data.items.add(new File([content], 'dropped.licence'));
      return data;
    }, text);
    for (const type of ['dragenter', 'dragover', 'drop'])
      await this.panel.dispatchEvent(type, { dataTransfer });
  }
}

/** What stands above every page once the licence has ended. */
export function licenceNotice(page: Page): Locator {
  return page.getByRole('status').filter({ hasText: 'licence ended' });
}
