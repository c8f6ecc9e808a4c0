import { expect, type Page } from '@playwright/test';

/** What text must never become: elements that run, load or lead away, and bold letters. */
const madeOfText = [
  'script:not([src])',
  'iframe',
  'object',
  'embed',
  'base',
  'body img:not([alt=""])',
  'b',
  'form[action]',
  'a[href^="javascript:"]',
  '[onerror]',
  '[onload]',
  '[onclick]',
  '[onmouseover]',
].join(',');

/** What happens in a window that text of other people might have made happen. */
export interface Watched {
  /** Nothing did. */
  expectHarmless(): Promise<void>;
}

/** Watches a page from now on: elements made, even for a moment; dialogs; and whatever is asked of anywhere else. */
export async function watchPage(page: Page): Promise<Watched> {
  const happened: string[] = [];
  const origin = new URL(page.url()).protocol;
  page.on('dialog', (dialog) => {
    happened.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = request.url();
    if (![origin, 'data:', 'blob:'].includes(new URL(url).protocol)) happened.push(`request: ${url}`);
  });
  await page.evaluate((selector) => {
    const found: string[] = [];
    const look = (node: Node) => {
      if (!(node instanceof Element)) return;
      const all = [...(node.matches(selector) ? [node] : []), ...node.querySelectorAll(selector)];
      found.push(...all.map((element) => element.outerHTML.slice(0, 200)));
    };
    look(document.documentElement);
    new MutationObserver((records) => {
      for (const { addedNodes } of records) addedNodes.forEach(look);
    }).observe(document, { childList: true, subtree: true });
    (globalThis as { madeOfText?: string[] }).madeOfText = found;
  }, madeOfText);
  return {
    async expectHarmless() {
      const made = await page.evaluate(() => (globalThis as { madeOfText?: string[] }).madeOfText);
      expect(made, 'elements made of text').toEqual([]);
      expect(happened, 'what text made happen').toEqual([]);
      expect(await page.title()).toMatch(/Atrium Desk$/);
    },
  };
}
