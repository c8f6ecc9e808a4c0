import { expect, type Page } from '@playwright/test';
import { Combobox } from '../support/combobox';
import { Dialog } from './dialog';

export interface Visit {
  visitor: string;
  /** Left out: as the dialog has it. */
  host?: string;
  site?: string;
  company?: string;
  purpose?: string;
  /** Local, "2026-11-22T14:30". */
  arrival?: string;
  departure?: string;
}

/** Registers somebody who is coming. */
export class NewVisitDialog extends Dialog {
  static shown(page: Page): Promise<NewVisitDialog> {
    return new NewVisitDialog(page, 'New Visit').isShown();
  }

  get host(): Combobox {
    return new Combobox(this.root, 'Host');
  }

  /** Types a part of the host's name and takes them from the list. */
  async chooseHost(typed: string, host: string): Promise<void> {
    await this.host.field.fill(typed);
    await this.page.getByRole('option', { name: host, exact: true }).click();
    await expect(this.host.field).toHaveValue(host);
  }

  async fill({ visitor, host, site, company, purpose, arrival, departure }: Visit): Promise<void> {
    await this.field('Visitor name').fill(visitor);
    if (site !== undefined) await this.choice('Site').choose(site);
    if (host !== undefined) await this.chooseHost(host.slice(0, 4).toLowerCase(), host);
    for (const [label, text] of [
      ['Company', company],
      ['Purpose', purpose],
      ['Expected arrival', arrival],
      ['Expected departure', departure],
    ] as const) {
      if (text !== undefined) await this.field(label).fill(text);
    }
  }

  async tryToRegister(visit: Visit): Promise<void> {
    await this.fill(visit);
    await this.button('Register Visit').click();
  }

  async register(visit: Visit): Promise<void> {
    await this.tryToRegister(visit);
    await this.closed();
  }
}
