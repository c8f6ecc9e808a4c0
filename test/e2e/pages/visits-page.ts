import { expect, type Locator, type Page } from '@playwright/test';
import { Combobox } from '../support/combobox';
import { ConfirmDialog } from './confirm-dialog';
import { NewVisitDialog, type Visit } from './new-visit-dialog';
import { Shell } from './shell';

export type VisitTab = 'Expected' | 'On Site' | 'History';

/** Visits: the visitor log of the current site. */
export class VisitsPage {
  private constructor(readonly page: Page) {}

  static async shown(page: Page): Promise<VisitsPage> {
    await expect(page.getByRole('heading', { name: 'Visits', exact: true })).toBeVisible();
    return new VisitsPage(page);
  }

  shell(): Promise<Shell> {
    return Shell.shown(this.page);
  }

  /** The line after an act. */
  get notice(): Locator {
    return this.page.getByRole('status');
  }

  get refusal(): Locator {
    return this.page.getByRole('alert');
  }

  /** In the sidebar; only for people with several sites. */
  get currentSite(): Combobox {
    return new Combobox(this.page.locator('body'), 'Current site');
  }

  get search(): Locator {
    return this.page.getByLabel('Search visits', { exact: true });
  }

  tab(name: VisitTab): Locator {
    return this.page.getByRole('tab', { name, exact: true });
  }

  /** Opens a tab and waits for what it holds. */
  async open(name: VisitTab): Promise<void> {
    await this.tab(name).click();
    await this.showing(name);
  }

  async showing(name: VisitTab): Promise<void> {
    await expect(this.tab(name)).toHaveAttribute('aria-selected', 'true');
  }

  row(visitor: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByText(visitor, { exact: true }) });
  }

  button(visitor: string, name: 'Check In' | 'Check Out' | 'Cancel Visit'): Locator {
    return this.row(visitor).getByRole('button', { name, exact: true });
  }

  async newVisit(): Promise<NewVisitDialog> {
    await this.page.getByRole('button', { name: 'New Visit', exact: true }).click();
    return NewVisitDialog.shown(this.page);
  }

  async register(visit: Visit): Promise<void> {
    await (await this.newVisit()).register(visit);
    await this.showing('Expected');
  }

  /** The visitor is in, and no longer expected. */
  async checkIn(visitor: string): Promise<void> {
    await this.button(visitor, 'Check In').click();
    await expect(this.row(visitor)).toHaveCount(0);
  }

  async checkOut(visitor: string): Promise<void> {
    await this.button(visitor, 'Check Out').click();
    await expect(this.row(visitor)).toHaveCount(0);
  }

  async cancel(visitor: string): Promise<ConfirmDialog> {
    await this.button(visitor, 'Cancel Visit').click();
    return ConfirmDialog.shown(this.page, 'Cancel Visit');
  }
}
