import fc from 'fast-check';
import { expect } from 'vitest';
import type { AccessEntry } from '../../../core/contract/access';
import { memoryFile } from '../../support/memory-file';
import { actorOf, hour } from '../services/desk';
import { history, type Lived, live } from './history';

/**
 * Whatever was done, and whenever one asks about: the page names who could enter, in which role, by the name of that time, and
 * who had let them, as a note taken after each act says.
 */

async function askedOf({ desk }: Lived, siteId: string | null, from: number, before = from + 1) {
  const asked = { siteId, from, before };
  return desk.services.accessHistory.page(desk.admin, { ...asked, text: '', offset: 0, limit: 200 });
}

const told = ({ userId, name, role, granted }: AccessEntry) => ({
  userId,
  name,
  role,
  by: granted.by?.id ?? null,
});

const byPerson = <T extends { userId: string; role: string }>(rows: readonly T[]) =>
  [...rows].sort((a, b) => (`${a.userId}${a.role}` < `${b.userId}${b.role}` ? -1 : 1));

async function atMoment(lived: Lived, moment: number): Promise<void> {
  const { recorder, siteIds, begun } = lived;
  const everywhere = byPerson((await askedOf(lived, null, moment)).entries);
  for (const siteId of siteIds) {
    const answer = await askedOf(lived, siteId, moment);
    const expected = byPerson(recorder.whoCouldEnter(siteId, moment));
    expect(byPerson(answer.entries.map(told))).toEqual(expected);
    expect(answer.people).toBe(expected.length);
    expect(answer.begun).toBe(begun);
    const name = recorder.siteName(siteId, moment);
    if (name !== undefined) expect(answer.site?.name).toBe(name);
    for (const { from, granted, ended } of answer.entries) {
      expect(granted.kind).not.toBe('unknown');
      expect(granted.at).toBeLessThanOrEqual(from);
      expect(from).toBeLessThanOrEqual(moment);
      if (ended !== null) {
        expect(ended.kind).not.toBe('unknown');
        expect(ended.at).toBeGreaterThan(moment);
      }
    }
    const here = everywhere.filter((entry) => entry.everywhere || entry.site?.id === siteId);
    if (name !== undefined) expect(byPerson(here.map(told))).toEqual(expected);
  }
}

async function inWindow(lived: Lived, from: number, before: number): Promise<void> {
  const { recorder, siteIds } = lived;
  for (const siteId of siteIds) {
    const { entries } = await askedOf(lived, siteId, from, before);
    const seen = recorder.turns(from, before).flatMap((turn) => recorder.whoCouldEnter(siteId, turn));
    const pairs = (rows: readonly { userId: string; role: string }[]) =>
      [...new Set(rows.map(({ userId, role }) => `${userId} ${role}`))].sort();
    expect(pairs(entries)).toEqual(pairs(seen));
    for (const turn of recorder.turns(from, before)) {
      const then = entries.filter((entry) => entry.from <= turn && (entry.ended?.at ?? turn + 1) > turn);
      expect(byPerson(then.map((entry) => ({ ...told(entry), name: '' })))).toEqual(
        byPerson(recorder.whoCouldEnter(siteId, turn).map((entry) => ({ ...entry, name: '' }))),
      );
    }
  }
}

/** Lives so many random histories and asks about each. Answers how many moments and windows were asked about. */
export async function historiesAsked({ seed, rounds }: { seed: number; rounds: number }) {
  const counted = { histories: 0, acts: 0, questions: 0 };
  await fc.assert(
    fc.asyncProperty(history, async ({ steps, moments, windows }) => {
      const lived = await live(steps);
      counted.histories += 1;
      counted.acts += lived.acts;
      counted.questions += (moments.length + windows.length) * lived.siteIds.length;
      const { recorder, begun, desk } = lived;
      const end = desk.clock.now();
      const somewhere = (part: number) => Math.floor(begun + part * (end - begun));
      for (const moment of moments) {
        const asked =
          'part' in moment
            ? somewhere(moment.part)
            : (recorder.snapshots[moment.act % recorder.snapshots.length]?.at ?? begun) + moment.shift;
        if (asked <= end) await atMoment(lived, asked);
        else expect((await askedOf(lived, null, asked)).entries).toEqual([]);
      }
      for (const { part, hours } of windows) {
        const from = somewhere(part);
        await inWindow(lived, from, Math.min(from + hours * hour, end));
      }
      const file = memoryFile();
      const job = { signal: new AbortController().signal, progress: () => undefined };
      const question = { siteId: null, from: end - hour, before: end };
      const [chief] = [...(recorder.snapshots.at(-1)?.people ?? [])].find(
        ([, { role }]) => role === 'tenant_admin',
      ) ?? [''];
      const exporter = actorOf(desk.services.sessions.startFor(chief));
      await desk.services.accessHistory.export(exporter, question, file, job);
      const { total } = await askedOf(lived, null, question.from, question.before);
      expect(file.text()?.trimEnd().split('\r\n')).toHaveLength(total + 1);
    }),
    { seed, numRuns: rounds, endOnFailure: true },
  );
  return counted;
}
