import { test as base } from '@playwright/test';
import { SignInPage } from './pages/sign-in-page';
import type { UsersPage } from './pages/users-page';
import type { TestClock } from './support/clock';
import { Desk, type Language } from './support/desk';
import { ada } from './support/nordhaus';
import { type Beginning, PreparedHomes } from './support/prepared';

interface Story {
  /** What the data folder holds when the story begins. */
  beginning: Beginning;
  /** `--lang` of the first start; `null` leaves it to the person. */
  language: Language | null;
  /** The app on a fresh copy of the beginning, started. */
  desk: Desk;
  clock: TestClock;
  /** Ada has signed in and looks at Users. */
  users: UsersPage;
}

export const test = base.extend<Story, { homes: PreparedHomes }>({
  beginning: ['three', { option: true }],
  language: ['en', { option: true }],

  homes: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures a fixture needs from its first parameter.
    async ({}, use) => {
      const homes = new PreparedHomes();
      await use(homes);
      homes.discard();
    },
    // Making the demo organisation takes its time on a slow machine.
    { scope: 'worker', timeout: 120_000 },
  ],

  desk: async ({ homes, beginning, language }, use, info) => {
    const desk = new Desk({ home: await homes.copyOf(beginning), language });
    await desk.start();
    await use(desk);
    if (info.status !== info.expectedStatus) await desk.attachPictures(info);
    await desk.close();
    if (info.status === info.expectedStatus) desk.expectNoComplaints();
  },

  clock: ({ desk }, use) => use(desk.clock),

  users: async ({ desk }, use) => {
    const signIn = await SignInPage.shown(desk.window);
    await use(await signIn.signIn(ada));
  },
});

export { expect } from '@playwright/test';
