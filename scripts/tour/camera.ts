import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';

/** A picture in the guide weighs no more, so that a clone stays small. */
const most = 200 * 1024;

/** Takes the pictures, one file each; a picture that grew too heavy ends the tour. */
export function createCamera(folder: string) {
  mkdirSync(folder, { recursive: true });

  return async function picture(page: Page, name: string): Promise<void> {
    // Nothing half drawn: fonts are there, skeletons are gone, and what moves has arrived.
    await page.evaluate(() => document.fonts.ready);
    await expect(page.locator('.MuiSkeleton-root')).toHaveCount(0);
    await page.mouse.move(0, 0);
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path, animations: 'disabled', caret: 'initial' });
    const { size } = statSync(path);
    process.stdout.write(`${path} (${Math.round(size / 1024)} kB)\n`);
    if (size > most) throw new Error(`${name}.png is larger than ${most / 1024} kB`);
  };
}

export type Camera = ReturnType<typeof createCamera>;
