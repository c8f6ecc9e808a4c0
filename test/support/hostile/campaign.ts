import fc from 'fast-check';
import type { RouteName } from '../../../core/contract';
import { unexplained } from './changes';
import type { Known } from './from-schema';
import { type Asking, judge } from './judge';
import { type HostileRequest, hashing, hostileRequests, longJobs } from './requests';

/** The way to main: over the bridge of a real window, or straight to the router. */
export interface Door {
  /** @param together so many are under way at once */
  send(requests: readonly HostileRequest[], together: number): Promise<readonly Sent[]>;
}

export interface Sent {
  answer: unknown;
  /** From asking to the answer, as the page waits for it. */
  ms: number;
  /** The bridge itself refused to carry it: nothing reached main. */
  thrown?: boolean;
}

/** What is looked at behind main's back. */
export interface Watch {
  /** A hash of every table. */
  rows(): Record<string, string>;
  /** How to take a hash of what lies outside of what that person may change. */
  outOfReach(): () => string;
  /** What no answer may hold. */
  secrets(): readonly string[];
}

export interface Campaign {
  name: string;
  door: Door;
  watch: Watch;
  who: Asking;
  known: Known;
  seed: number;
  count: number;
  /** Brings the window back to the state that is tested, after a request has ended it. */
  restore(): Promise<void>;
  /** Asked for with what can't pass alone. */
  withheld?: readonly RouteName[];
  /** Tables the desk changes on its own, because of what was asked for earlier. */
  byItself?: readonly string[];
}

export interface Figures {
  sent: number;
  /** How many answered what: `ok` or the code of the refusal; `bridge` for what never reached main. */
  outcomes: Map<string, number>;
  /** Of requests one at a time, without those that hash and long jobs. */
  times: number[];
  /** Of those that hash or take long. */
  slowTimes: number[];
}

export function noFigures(): Figures {
  return { sent: 0, outcomes: new Map(), times: [], slowTimes: [] };
}

const chunk = 200;

/** These end what is tested, so they come last in each chunk; at the very end what lets somebody do more than before. */
const ending: readonly unknown[] = [
  'session.signOut',
  'session.lock',
  'session.unlock',
  'session.end',
  'session.endAll',
  'session.signIn',
  'session.choosePassword',
];

/**
 * Sends so many hostile requests and holds every answer against what must be true of it. Throws at the first that isn't,
 * with what repeats it.
 */
export async function campaign(given: Campaign, figures: Figures): Promise<void> {
  const { door, watch, who, known, seed, withheld } = given;
  const requests = hostileRequests(withheld === undefined ? { known } : { known, withheld });
  for (let done = 0; done < given.count; done += chunk) {
    const numRuns = Math.min(chunk, given.count - done);
    const all = fc.sample(requests, { seed: seed + done, numRuns });
    const ordered = all.toSorted((one, other) => ending.indexOf(one.route) - ending.indexOf(other.route));
    await given.restore();
    const outOfReach = watch.outOfReach();
    const before = { rows: watch.rows(), outOfReach: outOfReach(), secrets: watch.secrets() };

    // Two thirds one after the other, which is what is timed; the rest all at once.
    const alone = ordered.slice(0, Math.ceil((ordered.length * 2) / 3));
    const crowd = ordered.slice(alone.length);
    const sent = [...(await door.send(alone, 1)), ...(await door.send(crowd, 25))];

    const secrets = [...new Set([...before.secrets, ...watch.secrets()])];
    const answered = new Set<string>();
    ordered.forEach((request, index) => {
      const one = sent[index];
      if (one === undefined) throw complaint(given, request, 'got no answer');
      const outcome = one.thrown ? 'bridge' : checked(given, request, one.answer, secrets);
      figures.sent += 1;
      figures.outcomes.set(outcome, (figures.outcomes.get(outcome) ?? 0) + 1);
      if (outcome === 'ok') answered.add(String(request.route));
      if (index < alone.length) (isSlow(request) ? figures.slowTimes : figures.times).push(one.ms);
    });
    const after = { rows: watch.rows(), outOfReach: outOfReach() };
    const changed = Object.keys(after.rows).filter((table) => after.rows[table] !== before.rows[table]);
    const wrong = unexplained(changed, answered, given.byItself);
    if (wrong.length > 0)
      throw complaint(given, all, `changed ${wrong.join(', ')}; answered ok: ${[...answered].join(', ')}`);
    const bySecret = ['invitations.accept', 'recovery.use'].some((route) => answered.has(route));
    if (!bySecret && after.outOfReach !== before.outOfReach)
      throw complaint(
        given,
        all,
        `changed what ${JSON.stringify(who)} may not; answered ok: ${[...answered].join(', ')}`,
      );
  }
}

function checked(
  { who, ...given }: Campaign,
  request: HostileRequest,
  answer: unknown,
  secrets: readonly string[],
): string {
  const { outcome, wrong } = judge(request.route, answer, who, secrets);
  if (wrong !== null)
    throw complaint({ who, ...given }, request, `${wrong}\n${JSON.stringify(answer)?.slice(0, 2000)}`);
  return outcome;
}

function isSlow({ route }: HostileRequest): boolean {
  return [...hashing, ...longJobs].some((one) => one === route);
}

function complaint({ name, seed }: Campaign, what: unknown, why: string): Error {
  const said = JSON.stringify(what).slice(0, 4000);
  return new Error(`${name} (ATRIUM_SEED=${seed}): ${said}\n${why}`);
}

/** The figure that so many of a hundred stay below. */
export function percentile(times: readonly number[], percent: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;
}

/** One line of what came of it. */
export function summary({ sent, outcomes, times, slowTimes }: Figures): string {
  const most = [...outcomes].sort(([, a], [, b]) => b - a);
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  return [
    `${sent} requests`,
    `p50 ${ms(percentile(times, 50))}, p99 ${ms(percentile(times, 99))}, most ${ms(percentile(times, 100))}`,
    `hashing and long ones p99 ${ms(percentile(slowTimes, 99))}`,
    most.map(([outcome, count]) => `${outcome} ${count}`).join(', '),
  ].join('; ');
}
