import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** What is on screen keeps WCAG 2.2 AA, as far as axe can tell. */
export function expectAccessible(page: Page): Promise<void> {
  return expectNothingFound(page, (axe) => axe.withTags(wcag22aa));
}

async function expectNothingFound(page: Page, choose: (axe: AxeBuilder) => AxeBuilder): Promise<void> {
  await settled(page);
  const axe = new AxeBuilder({ page, axeSource: await missingSource(page) });
  // What is in order is counted, not described: the report of a full page is two thirds of the time.
  axe.options({ resultTypes: ['violations'] });
  // Legacy mode: an Electron window can't open the blank page that axe runs its report in otherwise.
  const { violations } = await choose(axe).setLegacyMode().analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    at: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })),
  }));
  expect(found, 'what axe finds').toEqual([]);
}

/** axe itself, small: the builder's own copy is twice that, and it sends it anew for each look. */
const builder = createRequire(import.meta.url).resolve('@axe-core/playwright');
const source = readFileSync(createRequire(builder).resolve('axe-core/axe.min.js'), 'utf8');

/** What the page still needs for axe to be in it: once it is there, nothing. */
async function missingSource(page: Page): Promise<string> {
  return (await page.evaluate(() => 'axe' in globalThis)) ? 'undefined' : source;
}

/** What depends on colours; the rest of a page is the same in every drawing. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** The same in the light and in the dark drawing. */
export async function expectAccessibleInLightAndDark(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNothingFound(page, (axe) => axe.withRules(ofColours));
  await page.emulateMedia({ colorScheme: null });
}

/**
 * Colours in the middle of a transition are nobody's colours. It begins with the frame after next: one to learn of
 * another drawing, one to draw it.
 */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const moving = () =>
      document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity);
    do {
      await Promise.all(moving().map((one) => one.finished.catch(() => null)));
      await frame();
      await frame();
    } while (moving().some((one) => one.playState === 'running'));
  });
}
