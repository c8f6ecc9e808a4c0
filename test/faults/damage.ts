import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestInput, RequestOutput, RouteName } from '../../core/contract';
import { openDatabase } from '../../core/db/open';
import { runningRefusal } from '../../core/db/sqlite-errors';
import { startDesk } from '../electron/support/desk';
import { fakeClock } from '../support/clock';
import { openOptions, testKey } from '../support/options';
import { type Chance, chance as chanceOf } from '../support/seed';
import { copies } from './template';
import { livedIn } from './world';

interface DamageOutcome {
  rounds: number;
  /** Starts that were refused, by code. */
  refused: Record<string, number>;
  /** Starts that worked, requests that were answered as before, and those refused, by code. */
  started: number;
  answered: number;
  missed: Record<string, number>;
  /** Changes that were refused for it, and those that were done. */
  unwritten: number;
  written: number;
  problems: string[];
}

const pageSize = 4096;
/** After everything the lived-in desk was through, and within the same day: nothing is due. */
const now = Date.UTC(2027, 0, 20, 9);

interface Damage {
  what: string;
  file: 'atrium.db' | 'atrium.key-check' | 'atrium.anchor' | 'test.key';
  change(bytes: Buffer): Buffer;
}

/** Something that happens to files: cut short, bits turned, pages lost, swapped or of another time. */
function anyDamage(chance: Chance, size: number): Damage {
  const pages = size / pageSize;
  const page = chance.percent(15) ? 0 : chance.between(0, pages - 1);
  const at = page * pageSize;
  const inDatabase: Omit<Damage, 'file'>[] = [
    ...Array.from({ length: 4 }, () => ({
      what: `a bit turned in page ${page}`,
      change: (bytes: Buffer) => turned(bytes, at + chance.between(0, pageSize - 1), chance.between(0, 7)),
    })),
    {
      what: `cut to ${page} pages`,
      change: (bytes) => bytes.subarray(0, at),
    },
    {
      what: 'cut within a page',
      change: (bytes) => bytes.subarray(0, at + chance.between(1, pageSize - 1)),
    },
    {
      what: `page ${page} lost`,
      change: (bytes) => over(bytes, at, Buffer.alloc(pageSize)),
    },
    {
      what: `page ${page} overwritten`,
      change: (bytes) => over(bytes, at, randomBytes(pageSize)),
    },
    {
      what: `two pages swapped`,
      change(bytes) {
        const other = chance.between(1, pages - 1) * pageSize;
        const copy = over(bytes, at, bytes.subarray(other, other + pageSize));
        return over(copy, other, bytes.subarray(at, at + pageSize));
      },
    },
    { what: 'emptied', change: () => Buffer.alloc(0) },
    { what: 'garbage behind its end', change: (bytes) => Buffer.concat([bytes, randomBytes(pageSize)]) },
  ];
  const beside = (file: Damage['file']): Damage => ({
    what: `${file} overwritten`,
    file,
    change: (bytes) =>
      chance.percent(30) ? Buffer.alloc(0) : over(bytes, chance.between(0, bytes.length - 1), randomBytes(1)),
  });
  if (chance.percent(15)) return beside(chance.one(['atrium.key-check', 'atrium.anchor', 'test.key']));
  return { ...chance.one(inDatabase), file: 'atrium.db' };
}

function turned(bytes: Buffer, at: number, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
}

function over(bytes: Buffer, at: number, patch: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  patch.copy(copy, at);
  return copy;
}

/**
 * Damages the files of a lived-in desk and starts the app on them. Either it starts, and every request is answered as before or
 * refused by a typed error; or it doesn't, says so with a typed error, and has left the files as they were.
 */
export async function damaged(options: { rounds: number; seed: number }): Promise<DamageOutcome> {
  const chance = chanceOf(options.seed);
  const outcome: DamageOutcome = {
    ...{
      rounds: 0,
      refused: {},
      started: 0,
      answered: 0,
      missed: {},
      unwritten: 0,
      written: 0,
      problems: [],
    },
  };
  const folders = copies();
  const original = folders.empty();
  await livedIn(join(original, 'atrium.db'), { acts: 250, seed: 11 });
  writeFileSync(join(original, 'test.key'), `plain:${Buffer.from(testKey).toString('base64')}\n`);
  try {
    // A start on the whole file makes what lies beside it, and tells what the answers are.
    const whole = await answers(original, null);
    for (let round = 0; round < options.rounds && outcome.problems.length === 0; round += 1) {
      const folder = folders.empty();
      for (const name of ['atrium.db', 'atrium.key-check', 'atrium.anchor', 'test.key'])
        writeFileSync(join(folder, name), readFileSync(join(original, name)));
      const damage = anyDamage(chance, readFileSync(join(original, 'atrium.db')).length);
      const file = join(folder, damage.file);
      writeFileSync(file, damage.change(readFileSync(file)));
      const problems = await lookInto(folder, whole, outcome);
      outcome.problems.push(...problems.map((problem) => `round ${round}, ${damage.what}: ${problem}`));
      outcome.rounds += 1;
      folders.drop(folder);
    }
  } finally {
    folders.discard();
  }
  return outcome;
}

const list = { kind: 'all', search: '', status: null, role: null, siteId: null, direction: 'asc' } as const;

/** What a person at the desk looks at, deep enough to reach every table. */
const reads: { [R in RouteName]?: RequestInput<R>[] } = {
  'users.page': (['email', 'status', 'role', 'site', 'lastActivity'] as const).map((sort) => ({
    query: { ...list, sort },
    limit: 200,
  })),
  'users.window': ['bo', 'marina', 'guests'].map((search) => ({
    query: { ...list, sort: 'email' as const, search },
    window: { start: 0, limit: 100, anchor: null },
  })),
  'users.statistics': [{}],
  'invitations.overTime': [{}],
  'invitations.expiring': [{}],
  'sites.list': [{}],
  'organisation.get': [{}],
  'licence.get': [{}],
  'mail.outbox': [{ before: null, limit: 100 }],
  'audit.page': [
    {
      filter: {
        actorId: null,
        subjectId: null,
        topic: null,
        siteId: null,
        from: null,
        before: null,
        text: '',
      },
      after: null,
      limit: 100,
    },
  ],
};

interface Answers {
  failure: string | null;
  byRequest: Map<string, { ok: boolean; value?: unknown; error?: { code: string } }>;
  faults: { where: string; error: unknown }[];
  damageTold: boolean;
  /** A site, and then a new name for everybody: each by its own request. */
  site: boolean;
  writes: { ok: boolean; error?: { code: string } }[];
}

async function answers(folder: string, outcome: DamageOutcome | null): Promise<Answers> {
  const test = await startDesk({ folder, clock: fakeClock(now), shared: true });
  const windowId = test.openWindow();
  const found: Answers = {
    failure: null,
    byRequest: new Map(),
    faults: test.faults,
    damageTold: false,
    site: false,
    writes: [],
  };
  try {
    const state = await test.ask(windowId, 'app.state', {});
    if (!state.ok) throw new Error(`app.state: ${JSON.stringify(state.error)}`);
    found.failure = state.value.failure?.code ?? null;
    if (found.failure !== null) return found;
    const signIn = await test.ask(windowId, 'session.signIn', {
      email: 'ada@marina.example',
      password: 'seven quiet ferns',
    });
    found.byRequest.set('session.signIn', { ok: signIn.ok, error: signIn.error });
    if (!signIn.ok) return found;
    for (const [route, inputs] of Object.entries(reads)) {
      for (const [i, input] of inputs.entries()) {
        const answer = await test.ask(windowId, route as RouteName, input as never);
        found.byRequest.set(`${route} ${i}`, answer);
      }
    }
    if (outcome !== null) {
      const site = await test.ask(windowId, 'sites.create', { name: `Pier ${outcome.rounds}` });
      found.site = site.ok;
      found.writes.push(site, ...(await renameEverybody(test, windowId, found)));
      found.damageTold = (await test.ask(windowId, 'health.status', {})).value.damaged;
    }
    return found;
  } finally {
    test.close();
  }
}

/** As many as the list could answer. */
async function renameEverybody(
  test: Awaited<ReturnType<typeof startDesk>>,
  windowId: number,
  found: Answers,
): Promise<Answers['writes']> {
  const page = found.byRequest.get('users.page 0');
  const rows = page?.ok === true ? (page.value as RequestOutput<'users.page'>).list.rows : [];
  const writes: Answers['writes'] = [];
  for (const { id, role, sites, status, displayName } of rows) {
    if (status !== 'active' || role === null || displayName === null) continue;
    const person = await test.ask(windowId, 'users.get', { id });
    const change = {
      ...{ id, role, siteIds: sites.map((site) => site.id), applyNow: false, currentPassword: null },
      displayName: `${displayName} renamed`,
    };
    if (!person.ok) writes.push(person);
    else writes.push(await test.ask(windowId, 'users.update', { ...change, version: person.value.version }));
  }
  return writes;
}

async function lookInto(folder: string, whole: Answers, outcome: DamageOutcome): Promise<string[]> {
  const before = contents(folder);
  const found = await answers(folder, outcome);
  const untyped = found.faults
    .filter(({ where }) => where === 'uncaught')
    .map(({ where }) => `a fault in ${where}`);
  if (found.failure !== null) {
    outcome.refused[found.failure] = (outcome.refused[found.failure] ?? 0) + 1;
    return [...untyped, ...touched(before, contents(folder))];
  }
  outcome.started += 1;
  const problems = [...found.byRequest].flatMap(([request, answer]) => {
    if (answer.ok) {
      outcome.answered += 1;
      // Signing in was noted anew, so the newest entries differ; everything else is as it was.
      if (request.startsWith('audit.') || request.startsWith('session.')) return [];
      const same =
        JSON.stringify(stripped(answer.value)) ===
        JSON.stringify(stripped(whole.byRequest.get(request)?.value));
      return same ? [] : [`${request} is answered otherwise`];
    }
    const code = answer.error?.code ?? 'none';
    outcome.missed[code] = (outcome.missed[code] ?? 0) + 1;
    return code.startsWith('database.') ? [] : [`${request} is refused by ${code}`];
  });
  for (const { ok, error } of found.writes) {
    outcome[ok ? 'written' : 'unwritten'] += 1;
    if (!ok && !error?.code.startsWith('database.')) problems.push(`a change is refused by ${error?.code}`);
  }
  const missed = [...found.byRequest.values(), ...found.writes].some(
    ({ error }) => error?.code === 'database.corrupt',
  );
  if (missed && found.writes.length > 0 && !found.damageTold) problems.push('the damage is told nobody');
  return [...untyped, ...problems, ...(found.site ? writtenWhole(folder, found) : [])];
}

/** Times of use and what the desk itself counts as now change with each start. */
function stripped(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value ?? null, (key, inner: unknown) =>
      ['lastActivityAt', 'cursor', 'signedInThisWeek', 'version'].includes(key) ? undefined : inner,
    ),
  );
}

/** What was acknowledged is there after another start, and what was refused is not. */
function writtenWhole(folder: string, { writes }: Answers): string[] {
  const path = join(folder, 'atrium.db');
  const db = openDatabase(openOptions(path, fakeClock(now)));
  try {
    const site = db.statement("select 1 from site where name like 'Pier %'").get();
    const entries = "select count(*) as n from audit_event where action = 'user.update' and at >= ?";
    const noted = db.statement<{ n: number }>(entries).get(now)?.n;
    const renamed = writes.slice(1).filter(({ ok }) => ok).length;
    return [
      ...(site === undefined ? ['a change that was done is gone'] : []),
      ...(noted === renamed ? [] : [`${renamed} changes were done, ${noted} are noted`]),
    ];
  } catch (error) {
    // The damage itself may lie in what is counted.
    if (runningRefusal(error, path)?.code === 'database.corrupt') return [];
    throw error;
  } finally {
    db.close();
  }
}

function contents(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder)
      .filter((name) => name.startsWith('atrium.') || name === 'test.key')
      .map((name) => [name, existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'hex') : '']),
  );
}

function touched(before: Map<string, string>, after: Map<string, string>): string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names]
    .filter((name) => before.get(name) !== after.get(name))
    .map((name) => `${name} is another one now`);
}
