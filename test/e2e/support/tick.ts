import { expect, type Page } from '@playwright/test';
import type { TestClock } from './clock';
import { request } from './request';

/**
 * Main reads the test clock at every use. Once it answers with the moved time, whatever was due by then is done with
 * the request itself: a grant that is over is renewed before anything is answered.
 */
export async function mainHasSeen(page: Page, clock: TestClock): Promise<void> {
  await expect
    .poll(async () => {
      const answer = await request(page, 'app.state', {});
      return answer.ok && answer.value.now >= clock.now() - 1000;
    })
    .toBe(true);
}
