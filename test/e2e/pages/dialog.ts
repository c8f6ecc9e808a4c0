import { expect, type Locator, type Page } from '@playwright/test';
import { Combobox } from '../support/combobox';

/** What all dialogs have in common: their name is the act, refusals are alerts inside, Cancel closes at once. */
export class Dialog {
  readonly root: Locator;

  constructor(
    readonly page: Page,
    readonly name: string,
  ) {
    this.root = page.getByRole('dialog', { name, exact: true });
  }

  field(label: string): Locator {
    return this.root.getByLabel(label, { exact: true });
  }

  choice(name: 'Role' | 'Site' | 'Site Access'): Combobox {
    return new Combobox(this.root, name);
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  get refusal(): Locator {
    return this.root.getByRole('alert');
  }

  async cancel(): Promise<void> {
    await this.button('Cancel').click();
    await this.closed();
  }

  async closed(): Promise<void> {
    await expect(this.root).toBeHidden();
  }

  protected async isShown(): Promise<this> {
    await expect(this.root).toBeVisible();
    return this;
  }
}
