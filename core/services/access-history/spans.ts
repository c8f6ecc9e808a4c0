import { hasAllSites, type Role } from '../../domain/role';

/** When something began, with the reading by which what did it is found. */
export interface Edge {
  /** UTC ms. */
  at: number;
  reading: string;
}

/** What somebody was from an edge on, until the next state. */
export interface PersonState extends Edge {
  /** `null`: can enter nowhere, being inactive, erased or in conflict with another account. */
  role: Role | null;
  /** The end date as it stood, UTC ms, and what set it. */
  leavesAt: number | null;
  leavesSet: string;
}

/** `until: null`: it lasts. */
export interface Period {
  from: Edge;
  until: Edge | null;
}

/** How a span ended: by what was done to the person, by their end date, or with the site. */
export type Ending = Edge & { by: 'act' | 'endDate' | 'site' };

/** A time for which somebody could enter without a break, with one role and in one way. `at` ≤ t < `until.at`. */
export interface AccessSpan {
  role: Role;
  /** By their role everywhere, or by the site given to them. */
  everywhere: boolean;
  from: number;
  /** What gave it. A site made later lets an administrator in from its beginning: then `from` is later. */
  granted: Edge;
  until: Ending | null;
}

/**
 * When somebody could enter a site, oldest first.
 * @param states oldest first; several of one moment count as the last of them
 * @param links when the site was given to them
 * @param site while it was open; `null`: any site there is
 */
export function accessSpans(
  states: readonly PersonState[],
  links: readonly Period[],
  site: Period | null,
): AccessSpan[] {
  const spans = roleSpans(states).flatMap((span) =>
    span.everywhere ? [span] : links.flatMap((link) => within(span, link, 'act')),
  );
  const open = site === null ? spans : spans.flatMap((span) => within(span, site, 'site'));
  return joined(open.sort((a, b) => a.from - b.from));
}

/** When somebody had which role and was let in anywhere at all. */
function roleSpans(states: readonly PersonState[]): AccessSpan[] {
  const spans: AccessSpan[] = [];
  for (const [index, state] of states.entries()) {
    const next = states[index + 1] ?? null;
    if (state.role === null || next?.at === state.at) continue;
    const until = earlier(
      next === null ? null : { at: next.at, reading: next.reading, by: 'act' },
      state.leavesAt === null ? null : { at: state.leavesAt, reading: state.leavesSet, by: 'endDate' },
    );
    if (until !== null && until.at <= state.at) continue;
    const granted = { at: state.at, reading: state.reading };
    spans.push({ role: state.role, everywhere: hasAllSites(state.role), from: state.at, granted, until });
  }
  return joined(spans);
}

/** The part of a span that lies in a period. What begins last has given it, unless it is the site itself. */
function within(span: AccessSpan, period: Period, by: 'act' | 'site'): AccessSpan[] {
  const from = Math.max(span.from, period.from.at);
  const until = earlier(span.until, period.until === null ? null : { ...period.until, by });
  if (until !== null && until.at <= from) return [];
  const granted = by === 'act' && period.from.at >= span.from ? period.from : span.granted;
  return [{ ...span, from, granted, until }];
}

/** Spans that follow on each other with the same role are one: what came between changed nothing here. */
function joined(spans: readonly AccessSpan[]): AccessSpan[] {
  const result: AccessSpan[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    const follows = last !== undefined && last.until !== null && last.until.at >= span.from;
    if (follows && last.role === span.role) {
      result[result.length - 1] = { ...last, until: later(last.until, span.until) };
    } else if (last === undefined || last.until !== null) result.push(span);
  }
  return result;
}

function earlier(a: Ending | null, b: Ending | null): Ending | null {
  if (a === null || b === null) return a ?? b;
  return b.at < a.at ? b : a;
}

function later(a: Ending | null, b: Ending | null): Ending | null {
  if (a === null || b === null) return null;
  return b.at > a.at ? b : a;
}
