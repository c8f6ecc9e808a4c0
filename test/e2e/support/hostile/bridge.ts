import type { Page } from '@playwright/test';
import type { Door, Sent } from '../../../support/hostile/campaign';
import { make } from '../../../support/hostile/recipe';

/** So many requests to one call of the page: each call costs some milliseconds of its own. */
const batch = 100;

/** The bridge of a window as the page has it, which here belongs to somebody else. */
export function overTheBridge(page: Page): Door {
  return {
    async send(requests, together) {
      const sent: Sent[] = [];
      for (let at = 0; at < requests.length; at += batch)
        sent.push(...(await run(page, requests.slice(at, at + batch), together)));
      return sent;
    },
  };
}

/** As source: the page's own rules let it evaluate nothing, the debugger may. */
async function run(page: Page, requests: readonly object[], together: number): Promise<Sent[]> {
  const source = `(async () => {
    const make = ${make.toString()};
    const requests = JSON.parse(${JSON.stringify(JSON.stringify(requests))});
    const ask = async ({ route, payload }) => {
      let made;
      try {
        made = [make(route), make(payload)];
      } catch (error) {
        return { answer: String(error), ms: 0 };
      }
      const begun = performance.now();
      try {
        const answer = await window.atrium.request(...made);
        return { answer, ms: performance.now() - begun };
      } catch {
        return { answer: null, ms: performance.now() - begun, thrown: true };
      }
    };
    const sent = [];
    for (let at = 0; at < requests.length; at += ${together})
      sent.push(...(await Promise.all(requests.slice(at, at + ${together}).map(ask))));
    return JSON.stringify(sent);
  })()`;
  return JSON.parse(await page.evaluate<string>(source)) as Sent[];
}
