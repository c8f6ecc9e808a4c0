import type { ReadDb } from '../../db/types';
import { fold } from '../../domain/text';
import { createPace } from '../audit-log/pace';
import { administratorIds, formerHolders, holders, type PersonRow, steadyState, type Window } from './people';
import { type PersonPast, personPast } from './person-past';
import type { SitePast } from './site-past';
import { type AccessSpan, accessSpans, type Period } from './spans';

/** Somebody who could enter, for a time that touches the window. */
export interface Found {
  userId: string;
  /** By the names of that time; `null` once they are erased. */
  name: string | null;
  email: string | null;
  /** `null`: every site, where all are asked for. */
  site: SitePast | null;
  span: AccessSpan;
  /** What lists sort by: the folded name first. */
  key: string;
  /** Folded. */
  address: string;
}

interface Parts {
  db: ReadDb;
  /** A personal value by its id; `null` once it is erased. */
  personal(id: string): string | null;
  /** Called every now and then with how many of the sites were gone through. What it throws ends it. */
  looked?(done: number, total: number): void;
}

/**
 * Everybody who could enter one of these sites within the window, in no order. Whoever hasn't changed since it began is told
 * by their row; the others, few, by the change log.
 * @param everywhereOnce people with all sites stand there once and not at each site
 */
export async function gather(
  { db, personal, looked }: Parts,
  sites: readonly SitePast[],
  window: Window,
  { everywhereOnce }: { everywhereOnce: boolean },
): Promise<Found[]> {
  const found: Found[] = [];
  const pace = createPace();
  let done = 0;
  const administrators = new Set(administratorIds(db));
  /** Who holds several sites is met several times. */
  const pasts = new Map<string, PersonPast>();

  for (const [index, site] of sites.entries()) {
    done = index;
    const links = new Map<string, Period[]>();
    for (const chunk of formerHolders(db, site.id, window)) {
      for (const { userId, link } of chunk) links.set(userId, [...(links.get(userId) ?? []), link]);
      await turn();
    }
    if (!everywhereOnce) {
      for (const userId of administrators) if (!links.has(userId)) links.set(userId, []);
    }
    for (const chunk of holders(db, site.id, window)) {
      for (const { row, link } of chunk) {
        const more = links.get(row.userId);
        if (more === undefined) current(row, link, site);
        else more.push(link);
        await turn();
      }
    }
    for (const [userId, periods] of links) {
      past(userId, periods, site);
      await turn();
    }
  }
  if (everywhereOnce) {
    for (const userId of administrators) {
      past(userId, [], null);
      await turn();
    }
  }
  return found;

  /** Somebody who has held the site since they got it. */
  function current(row: PersonRow, link: Period, site: SitePast): void {
    const state = steadyState(row, window.from);
    if (state === null) {
      past(row.userId, [link], site);
      return;
    }
    for (const span of accessSpans([state], [link], site.open)) {
      add(row.userId, span, site, row.displayName, row.email);
    }
  }

  function past(userId: string, periods: readonly Period[], site: SitePast | null): void {
    const { states, calledAt } = pastOf(userId);
    for (const span of accessSpans(states, periods, site?.open ?? null)) {
      const seenAt = Math.min(window.before, span.until?.at ?? window.before) - 1;
      const called = calledAt(seenAt);
      add(userId, span, site, personal(called.name), personal(called.email));
    }
  }

  function pastOf(userId: string): PersonPast {
    const known = pasts.get(userId) ?? personPast(db, userId);
    if (sites.length > 1) pasts.set(userId, known);
    return known;
  }

  function add(
    userId: string,
    span: AccessSpan,
    site: SitePast | null,
    name: string | null,
    email: string | null,
  ): void {
    if (span.from >= window.before || (span.until !== null && span.until.at <= window.from)) return;
    // Where all sites are asked for, they are counted once, above.
    if (everywhereOnce && span.everywhere && site !== null) return;
    // Erased people come last.
    const key = `${name === null ? '\uffff' : fold(name)}\n${fold(site?.name ?? '')}`;
    found.push({ userId, name, email, site, span, key, address: fold(email ?? '') });
  }

  async function turn(): Promise<void> {
    const others = pace();
    if (others === undefined) return;
    looked?.(done, sites.length);
    await others;
  }
}
