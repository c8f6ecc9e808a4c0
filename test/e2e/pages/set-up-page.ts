import { expect, type Locator, type Page } from '@playwright/test';
import { UsersPage } from './users-page';

export interface NewOrganisation {
  name: string;
  site: string;
  displayName: string;
  email: string;
  password: string;
  roles: 'Three roles' | 'Two roles';
}

/** The first run: no organisation yet. */
export class SetUpPage {
  private constructor(readonly page: Page) {}

  static async shown(page: Page): Promise<SetUpPage> {
    await expect(page.getByRole('heading', { name: 'Set up Atrium Desk', exact: true })).toBeVisible();
    return new SetUpPage(page);
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  async fillIn(organisation: NewOrganisation): Promise<void> {
    await this.field('Organisation name').fill(organisation.name);
    await this.field('First site').fill(organisation.site);
    await this.field('Display Name').fill(organisation.displayName);
    await this.field('Email').fill(organisation.email);
    await this.field('Password').fill(organisation.password);
    await this.field('Confirm password').fill(organisation.password);
    await this.page
      .getByRole('radiogroup', { name: 'Role model', exact: true })
      .getByRole('radio', { name: organisation.roles, exact: true })
      .check();
  }

  async submit(): Promise<void> {
    await this.page.getByRole('button', { name: 'Create organisation', exact: true }).click();
  }

  async create(organisation: NewOrganisation): Promise<UsersPage> {
    await this.fillIn(organisation);
    await this.submit();
    return UsersPage.shown(this.page);
  }
}
