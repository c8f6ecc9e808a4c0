import type { Page } from '@playwright/test';
import type { AppState } from '../../../../core/contract/app';
import { minute, type TestClock } from '../clock';
import { request } from '../request';
import { done, type Person } from './cast';

/** What a window is brought to. */
export interface Aim {
  phase: AppState['phase'];
  /** Who is signed in; `null`: nobody. */
  who: { id: string; password: string } | null;
}

interface Parts {
  page: Page;
  clock: TestClock;
  /** Somebody who can give a new password, and knows addresses by now. */
  chief: Chief;
}

/** Brings a window to where it is attacked, whatever the last requests have made of it. */
export async function bring({ page, clock, chief }: Parts, { phase, who }: Aim): Promise<void> {
  const state = await done(page, 'app.state', {});
  if (state.phase === phase && (state.session?.userId ?? null) === (who?.id ?? null)) return;
  if (state.session !== null) await done(page, 'session.signOut', {});
  if (who === null) return;
  const email = await chief.readyFor(who.id, who.password, phase === 'passwordDue');
  await signIn(page, clock, { email, password: who.password });
  if (phase === 'locked') await done(page, 'session.lock', {});
  const now = await done(page, 'app.state', {});
  if (now.phase !== phase) throw new Error(`The window is ${now.phase}, not ${phase}.`);
}

/** Past the back-off that hostile sign-ins have earned this desk. */
export async function signIn(
  page: Page,
  clock: TestClock,
  { email, password }: Pick<Person, 'email' | 'password'>,
): Promise<void> {
  const who = { email, password };
  let answer = await request(page, 'session.signIn', who);
  if (!answer.ok) {
    clock.advance(16 * minute);
    answer = await request(page, 'session.signIn', who);
  }
  if (!answer.ok) throw new Error(`${email} can't sign in: ${JSON.stringify(answer.error)}`);
}

/** The window of a Tenant-Admin whom nobody attacks, to put right what hostile requests have done to people. */
export class Chief {
  constructor(
    readonly page: Page,
    private readonly clock: TestClock,
    private readonly who: Person,
  ) {}

  async ready(): Promise<void> {
    const { phase } = await done(this.page, 'app.state', {});
    if (phase === 'locked') {
      const { password } = this.who;
      const answer = await request(this.page, 'session.unlock', { password });
      if (answer.ok) return;
      await done(this.page, 'session.signOut', {});
    }
    if (phase !== 'ready') await signIn(this.page, this.clock, this.who);
  }

  /** Sees to it that they can sign in with that password. Answers their address. */
  async readyFor(id: string, password: string, due: boolean): Promise<string> {
    await this.ready();
    const person = await done(this.page, 'users.get', { id });
    if (due && !person.passwordDue) {
      // The one before is refused as the new one: a detour.
      await done(this.page, 'users.resetPassword', { id, password: 'a detour of tin whistles' });
      await done(this.page, 'users.resetPassword', { id, password });
    }
    return person.email;
  }
}
