import type { Page } from '@playwright/test';

/** What the two pages offer; the functions below run in them. */
interface Pages {
  atrium: { request(route: string, payload: unknown): Promise<unknown> };
  blank: { rows(): Promise<unknown> };
}

/**
 * Milliseconds from pressing **Sign in**, with everything typed, to the first painted row of Users: the hash of the
 * password and the way over the Dashboard are in it. Clicked and watched for in the page itself; from outside each look
 * would add its own pause.
 */
export function signInToFirstRow(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const there = (selector: string, text?: string) =>
      new Promise<HTMLElement>((resolve) => {
        const find = () =>
          [...document.querySelectorAll<HTMLElement>(selector)].find(
            (one) => text === undefined || one.textContent?.trim() === text,
          );
        const look = new MutationObserver(() => tell());
        const tell = () => {
          const found = find();
          if (found === undefined) return;
          look.disconnect();
          resolve(found);
        };
        look.observe(document.body, { subtree: true, childList: true, attributes: true });
        tell();
      });
    const press = await there('button', 'Sign in');
    const began = performance.now();
    press.click();
    (await there('nav a', 'Users')).click();
    await there('[role="row"] button[aria-label^="Actions for "]');
    await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - began;
  });
}

/** Milliseconds of a page of 50 rows, asked for in the renderer, 60 times. */
export function roundTrips(page: Page, whose: 'ours' | 'blank'): Promise<number[]> {
  return page.evaluate(async (which) => {
    const { atrium, blank } = globalThis as unknown as Pages;
    const query = {
      kind: 'all',
      search: '',
      status: null,
      role: null,
      siteId: null,
      sort: 'email',
      direction: 'asc',
    };
    const ask =
      which === 'blank'
        ? () => blank.rows()
        : () => atrium.request('users.window', { query, window: { start: 0, limit: 50, anchor: null } });
    for (let round = 0; round < 10; round += 1) await ask();
    const times: number[] = [];
    for (let round = 0; round < 60; round += 1) {
      const began = performance.now();
      await ask();
      times.push(performance.now() - began);
    }
    return times.sort((a, b) => a - b);
  }, whose);
}

/** Beginnings of names, and names with a number behind: typed letter by letter, nearly every keystroke finds others. */
const words = ['lin', 'oka1', 'tan', 'web2', 'dic', 'zim', 'gre', 'qui', '4711', 'ada.b', 'hugo.v1', 'ross9'];
const rounds = 5;

/**
 * Milliseconds from a keystroke in the search box until the rows it leads to are painted: what the list says has
 * changed and a frame with it is over. Typed at the pace of a fast typist, each key once the page has nothing left to
 * do. A keystroke that changes no row isn't counted.
 */
export async function keystrokes(page: Page): Promise<number[]> {
  const box = await page.getByLabel('Search users', { exact: true }).elementHandle();
  if (box === null) throw new Error('No search box');
  return page.evaluate(
    async ([input, list, times]) => {
      const field = input as HTMLInputElement;
      // Where nobody is found the table goes and comes again as another.
      const area = document.querySelector('main') as HTMLElement;
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      const shown = () =>
        [...area.querySelectorAll('[role="table"] [role="row"]')].map((row) => row.textContent).join('\n');
      const painted = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      const idle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));
      const changed = (before: string) =>
        new Promise<boolean>((resolve) => {
          const look = new MutationObserver(() => shown() !== before && end(true));
          const timer = setTimeout(() => end(false), 600);
          const end = (value: boolean) => {
            look.disconnect();
            clearTimeout(timer);
            resolve(value);
          };
          look.observe(area, { subtree: true, childList: true, characterData: true });
        });
      const type = async (value: string): Promise<number | null> => {
        await pause(120);
        await idle();
        const before = shown();
        const began = performance.now();
        const other = changed(before);
        set?.call(field, value);
        field.dispatchEvent(new Event('input', { bubbles: true }));
        if (!(await other)) return null;
        await painted();
        return performance.now() - began;
      };
      const took: number[] = [];
      for (let round = 0; round < times; round += 1) {
        for (const word of list) {
          for (let length = 1; length <= word.length; length += 1) {
            const ms = await type(word.slice(0, length));
            if (ms !== null) took.push(ms);
          }
          await type('');
        }
      }
      return took.sort((a, b) => a - b);
    },
    [box, words, rounds] as const,
  );
}

/** Scrolls a list of 100 000 rows for five seconds, five rows a frame; answers the share of frames that took over 33 ms. */
export function framesWhileScrolling(page: Page, which: 'table' | 'list'): Promise<number> {
  return page.evaluate(async (kind) => {
    const host = document.querySelector<HTMLElement>(kind === 'table' ? '[role="table"]' : '#list');
    if (host === null) throw new Error('Nothing to scroll');
    const own = kind === 'list' ? virtualList(host) : () => undefined;
    const frames: number[] = [];
    const ends = performance.now() + 5000;
    let last = performance.now();
    while (last < ends) {
      host.scrollTop += 220;
      own();
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = performance.now();
      frames.push(now - last);
      last = now;
    }
    return frames.filter((took) => took > 33).length / frames.length;

    /** The least a virtual list can do: twenty empty rows at their places. */
    function virtualList(list: HTMLElement): () => void {
      const spacer = document.createElement('div');
      spacer.style.top = `${100_000 * 44}px`;
      const rows = Array.from({ length: 20 }, () => document.createElement('div'));
      list.replaceChildren(spacer, ...rows);
      return () => {
        const top = Math.floor(list.scrollTop / 44);
        rows.forEach((row, index) => {
          row.style.top = `${(top + index) * 44}px`;
          row.textContent = `Row ${top + index}`;
        });
      };
    }
  }, which);
}
