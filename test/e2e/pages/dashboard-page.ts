import { expect, type Locator, type Page } from '@playwright/test';
import { InvitationReadyDialog } from './invitation-ready-dialog';
import { type Card, UsersPage } from './users-page';

/**
 * Dashboard: the four cards, which lead to Users with their filter set, what expires within a day, invitations over time, and
 * one's own access.
 */
export class DashboardPage {
  private constructor(readonly page: Page) {}

  static async shown(page: Page): Promise<DashboardPage> {
    await expect(page.getByRole('heading', { name: 'Dashboard', exact: true })).toBeVisible();
    return new DashboardPage(page);
  }

  card(name: Card): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async openCard(name: Card): Promise<UsersPage> {
    await this.card(name).click();
    return UsersPage.shown(this.page);
  }

  /** Says how many expire within a day; only there when some do. */
  get reminders(): Locator {
    return this.page.getByRole('heading', { name: /expires? within a day/ });
  }

  reminder(email: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByText(email, { exact: true }) });
  }

  async resend(email: string): Promise<InvitationReadyDialog> {
    await this.page.getByRole('button', { name: `Resend Invitation for ${email}`, exact: true }).click();
    return InvitationReadyDialog.shown(this.page);
  }

  get remindMe(): Locator {
    return this.page.getByRole('checkbox', {
      name: 'Remind me on this computer before invitations expire',
      exact: true,
    });
  }

  /** One sentence for each of the twelve weeks. */
  get weeks(): Locator {
    return this.page.getByRole('list', { name: 'Invitations over time', exact: true }).getByRole('listitem');
  }

  /** The week that something was sent in. */
  week(counts: { sent: number; accepted?: number; pending?: number; expired?: number }): Locator {
    const { sent, accepted = 0, pending = 0, expired = 0 } = counts;
    return this.weeks.filter({
      hasText: `: ${sent} sent, ${accepted} accepted, ${pending} pending, ${expired} expired`,
    });
  }

  async openUsers(): Promise<UsersPage> {
    await this.page.getByRole('link', { name: 'Open the list', exact: true }).click();
    return UsersPage.shown(this.page);
  }
}
