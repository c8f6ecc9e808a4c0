import { expect, type Locator, type Page } from '@playwright/test';
import { Combobox } from '../support/combobox';
import { Shell } from './shell';

export interface MailServerFields {
  host?: string;
  port: number;
  security?: 'None' | 'STARTTLS' | 'TLS';
  userName?: string;
  password?: string;
  from?: string;
}

/** Settings → Mail: the server, a mail to try it, and the outbox. */
export class MailPage {
  private constructor(readonly page: Page) {}

  static async open(page: Page): Promise<MailPage> {
    const settings = await (await Shell.shown(page)).openSettings();
    await settings.open('Mail');
    return MailPage.shown(page);
  }

  static async shown(page: Page): Promise<MailPage> {
    const mail = new MailPage(page);
    await expect(mail.field('SMTP server')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Outbox', exact: true })).toBeVisible();
    return mail;
  }

  /** The panel with the fields. */
  get server(): Locator {
    return this.page.getByRole('region', { name: 'Mail server of this desk', exact: true });
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  get security(): Combobox {
    return new Combobox(this.server, 'Security');
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  get refusal(): Locator {
    return this.page.getByRole('alert');
  }

  /** What became of the test mail, or of trusting a certificate. */
  get outcome(): Locator {
    return this.server.getByRole('status');
  }

  /** What isn't given stays as it stands there. The port comes last, or the security would set it. */
  async fill({ host = 'localhost', port, security = 'None', userName, password, from }: MailServerFields) {
    await this.field('SMTP server').fill(host);
    await this.security.choose(security);
    await this.field('Port').fill(String(port));
    if (userName !== undefined) await this.field('User name').fill(userName);
    if (password !== undefined) await this.field('SMTP password').fill(password);
    if (from !== undefined) await this.field('From address').fill(from);
  }

  /** Saves what was changed, until nothing is left to save. */
  async save(): Promise<void> {
    await this.button('Save').click();
    await expect(this.button('Discard')).toBeHidden();
    await expect(this.refusal).toBeHidden();
  }

  async sendTestMail(): Promise<void> {
    await this.button('Send test mail').click();
    await expect(this.outcome).toContainText('Test mail sent to');
  }

  async tryTestMail(): Promise<void> {
    await this.button('Send test mail').click();
    await expect(this.refusal).toBeVisible();
  }

  /** A mail in the outbox. */
  mailTo(email: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByText(email, { exact: true }) });
  }

  async sendNow(email: string): Promise<void> {
    await this.mailTo(email).getByRole('button', { name: 'Send now', exact: true }).click();
  }
}
