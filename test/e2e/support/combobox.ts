import { expect, type Locator } from '@playwright/test';

/** A choice of the app: a `combobox` that opens a list of `option`s in the same window. */
export class Combobox {
  readonly field: Locator;

  constructor(scope: Locator, name: string) {
    this.field = scope.getByRole('combobox', { name, exact: true });
  }

  /** Opens the list and takes one option; a single choice closes it again. */
  async choose(option: string): Promise<void> {
    await this.field.click();
    await this.options().getByText(option, { exact: true }).click();
    await expect(this.list()).toBeHidden();
  }

  /** Sets a multiple choice to exactly these options; Tab closes the list and keeps them. */
  async chooseExactly(wanted: readonly string[]): Promise<void> {
    await this.field.click();
    for (const option of await this.options().all()) {
      const chosen = (await option.getAttribute('aria-selected')) === 'true';
      const name = (await option.innerText()).trim();
      if (wanted.includes(name) !== chosen) await option.click();
    }
    await this.field.page().keyboard.press('Tab');
    await expect(this.list()).toBeHidden();
  }

  /** What is offered, in order; leaves the choice as it was. */
  async offered(): Promise<string[]> {
    await this.field.click();
    await expect(this.list()).toBeVisible();
    const names = await this.options().allInnerTexts();
    await this.field.page().keyboard.press('Escape');
    await expect(this.list()).toBeHidden();
    return names.map((name) => name.trim());
  }

  private list(): Locator {
    return this.field.page().getByRole('listbox');
  }

  private options(): Locator {
    return this.list().getByRole('option');
  }
}
