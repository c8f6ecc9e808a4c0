import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';

/** A4 and A6 in points, as a PDF counts. */
const sizes = { A4: [595, 842], A6: [298, 420] } as const;

/** The file is one page of that paper. */
export function expectOnePage(file: string, paper: keyof typeof sizes): void {
  expectPages(file, paper, 1);
}

/** The file is so many pages of that paper. */
export function expectPages(file: string, paper: keyof typeof sizes, count: number): void {
  const pdf = readFileSync(file, 'latin1');
  expect(pdf.slice(0, 5)).toBe('%PDF-');
  const boxes = [...pdf.matchAll(/\/MediaBox \[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)];
  expect(boxes.map(([, width, height]) => [Number(width), Number(height)].map(Math.round))).toEqual(
    Array.from({ length: count }, () => [...sizes[paper]]),
  );
}

/** What was laid out for paper has left the page. */
export async function expectNothingLeftOver(page: Page): Promise<void> {
  await expect(page.locator('[data-print-sheet]')).toHaveCount(0);
}
