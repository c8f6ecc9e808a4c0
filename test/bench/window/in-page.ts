import type { Page } from '@playwright/test';

/** What the two pages offer; the functions below run in them. */
interface Pages {
  atrium: { request(route: string, payload: unknown): Promise<unknown> };
  blank: { rows(): Promise<unknown> };
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

const words = ['lindqvist', 'okafor', 'tanaka', 'weber', 'dickinson', 'zimmer', 'greta', 'quinn'];

/**
 * Milliseconds from a keystroke in the search box until the rows it leads to are painted: the rows' text has changed and
 * a frame with it is over. A keystroke that changes no row isn't counted.
 */
export async function keystrokes(page: Page): Promise<number[]> {
  const box = await page.getByLabel('Search users', { exact: true }).elementHandle();
  if (box === null) throw new Error('No search box');
  return page.evaluate(
    async ([input, list]) => {
      const field = input as HTMLInputElement;
      const table = document.querySelector('[role="table"]') as HTMLElement;
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      const shown = () =>
        [...table.querySelectorAll('[role="row"]')].map((row) => row.textContent).join('\n');
      const painted = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const changed = (before: string, limit: number) =>
        new Promise<boolean>((resolve) => {
          const look = new MutationObserver(() => shown() !== before && end(true));
          const timer = setTimeout(() => end(false), limit);
          const end = (value: boolean) => {
            look.disconnect();
            clearTimeout(timer);
            resolve(value);
          };
          look.observe(table, { subtree: true, childList: true, characterData: true });
        });
      const type = async (value: string): Promise<number | null> => {
        const before = shown();
        const began = performance.now();
        const other = changed(before, 1000);
        set?.call(field, value);
        field.dispatchEvent(new Event('input', { bubbles: true }));
        if (!(await other)) return null;
        await painted();
        return performance.now() - began;
      };
      const times: number[] = [];
      for (const word of list as string[]) {
        for (let length = 1; length <= word.length; length += 1) {
          const took = await type(word.slice(0, length));
          if (took !== null) times.push(took);
          await new Promise((resolve) => setTimeout(resolve, 60));
        }
        await type('');
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      return times.sort((a, b) => a - b);
    },
    [box, words] as const,
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
