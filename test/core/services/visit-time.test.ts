import { describe, expect, it } from 'vitest';
import { forgottenDays, retentionBatch } from '../../../core/services/visits/visit-retention';
import { brokenEntry } from '../../support/audit-chain';
import { actorOf, createDesk, type Desk, day, hour } from './desk';
import { auditOf, everything, refused } from './observe';
import { tab, visitOf } from './visiting';

const visitor = {
  visitorName: 'Wilhelmina Zyx',
  company: 'Quorvex Ltd',
  visitorEmail: 'wz@quorvex.example',
  purpose: 'Tasting juniper',
};
const needles = ['wilhelmina', 'zyx', 'quorvex', 'juniper'];

/** Where in the whole file a word is still to be read. */
function found(desk: Desk, needle: string): string[] {
  return Object.entries(everything(desk.db))
    .filter(([, rows]) => JSON.stringify(rows).toLowerCase().includes(needle))
    .map(([table]) => table);
}

const lateActor = (desk: Desk) => actorOf(desk.services.sessions.startFor(desk.admin.userId));

describe('retention', () => {
  it('takes what identifies a visitor, everywhere, and leaves the visit', async () => {
    const desk = await createDesk();
    const { checkIn, checkOut } = desk.services.visits;
    const id = visitOf(desk, visitor);
    checkIn(desk.admin, { id });
    desk.clock.advance(hour);
    checkOut(desk.admin, { id });
    const left = desk.clock.now();
    desk.clock.advance(365 * day - 1);
    desk.services.due.run();
    for (const needle of needles) expect(found(desk, needle)).not.toEqual([]);
    desk.announced.length = 0;
    desk.clock.advance(1);
    desk.services.due.run();
    for (const needle of needles) expect([needle, found(desk, needle)]).toEqual([needle, []]);
    expect(desk.announced).toContainEqual({ kind: 'visits' });
    const by = lateActor(desk);
    expect(tab(desk, 'history', { by }).rows).toMatchObject([
      {
        id,
        state: 'left',
        visitorName: null,
        company: null,
        visitorEmail: null,
        purpose: null,
        hostName: 'Ada Lindqvist',
        checkedInAt: left - hour,
        checkedOutAt: left,
      },
    ]);
    expect(tab(desk, 'history', { by, search: 'zyx' }).rows).toEqual([]);
    expect(tab(desk, 'history', { by, search: 'lindq' }).rows).toHaveLength(1);
    expect(brokenEntry(desk.db)).toBeNull();
    expect(auditOf(desk.db, 'visit.register')[0]?.data).toMatchObject({ visitor: null, company: null });
    expect(auditOf(desk.db, 'visit.retention').map((entry) => entry.data)).toEqual([
      { visits: 1, keptDays: 365 },
    ]);
    const after = everything(desk.db);
    desk.services.due.run();
    expect(everything(desk.db)).toEqual(after);
  });

  it('counts from check-out, cancel or expected departure, and takes nobody who may still be on site', async () => {
    const desk = await createDesk();
    const start = desk.clock.now();
    const { checkIn, checkOut, cancel } = desk.services.visits;
    const soon = { expectedDepartureAt: start + hour };
    const named = (visitorName: string, given: object = soon) => visitOf(desk, { visitorName, ...given });
    const [here, longer, cancelled] = [named('here'), named('longer'), named('cancelled', {})];
    named('expired');
    checkIn(desk.admin, { id: here });
    checkIn(desk.admin, { id: longer });
    cancel(desk.admin, { id: cancelled });
    desk.clock.set(start + 3 * day);
    checkOut(desk.admin, { id: longer });
    const names = () => {
      desk.services.due.run();
      const by = lateActor(desk);
      return [...tab(desk, 'history', { by }).rows, ...tab(desk, 'onSite', { by }).rows]
        .flatMap((row) => row.visitorName ?? [])
        .sort();
    };
    desk.clock.set(start + 365 * day);
    expect(names()).toEqual(['expired', 'here', 'longer']);
    desk.clock.set(start + 365 * day + hour);
    expect(names()).toEqual(['here', 'longer']);
    desk.clock.set(start + 368 * day);
    expect(names()).toEqual(['here']);
    // Somebody still on site keeps the name, until nobody can be there any more: they were forgotten at check-out.
    desk.clock.set(start + (365 + forgottenDays) * day + hour - 1);
    expect(names()).toEqual(['here']);
    desk.clock.advance(1);
    expect(names()).toEqual([]);
    expect(tab(desk, 'onSite', { by: lateActor(desk) }).rows).toMatchObject([
      { id: here, visitorName: null },
    ]);
    checkOut(lateActor(desk), { id: here });
    expect(tab(desk, 'onSite', { by: lateActor(desk) }).rows).toEqual([]);
  });

  it('works through many in batches, one audit entry each', async () => {
    const desk = await createDesk();
    for (let n = 0; n < retentionBatch + 3; n += 1) {
      desk.services.visits.cancel(desk.admin, { id: visitOf(desk, visitor) });
    }
    desk.clock.advance(366 * day);
    desk.services.due.run();
    expect(found(desk, 'zyx')).not.toEqual([]);
    desk.services.due.run();
    desk.services.due.run();
    expect(found(desk, 'zyx')).toEqual([]);
    expect(auditOf(desk.db, 'visit.retention').map((entry) => entry.data['visits'])).toEqual([
      retentionBatch,
      3,
    ]);
    expect(brokenEntry(desk.db)).toBeNull();
  });

  it('follows the setting at once', async () => {
    const desk = await createDesk();
    desk.services.visits.cancel(desk.admin, { id: visitOf(desk, visitor) });
    desk.clock.advance(31 * day);
    desk.services.due.run();
    expect(found(desk, 'zyx')).not.toEqual([]);
    desk.db.write(null, (tx) => {
      const organisation = tx.statement<{ id: string }>('select id from organisation').get();
      tx.update('organisation', organisation?.id ?? '', { visitRetentionDays: 30 });
    });
    desk.services.due.run();
    expect(found(desk, 'zyx')).toEqual([]);
  });
});

describe('windows are told', () => {
  it('once when an expected visit expires or somebody on site is overdue, and not for the rest', async () => {
    const desk = await createDesk();
    const now = desk.clock.now();
    const { checkIn, checkOut, cancel } = desk.services.visits;
    const until = (hours: number) => visitOf(desk, { expectedDepartureAt: now + hours * hour });
    until(1);
    checkIn(desk.admin, { id: until(2) });
    cancel(desk.admin, { id: until(3) });
    const left = until(4);
    checkIn(desk.admin, { id: left });
    checkOut(desk.admin, { id: left });
    const toldAt = (at: number) => {
      desk.announced.length = 0;
      desk.clock.set(at);
      desk.services.due.run();
      desk.services.due.run();
      return desk.announced.filter((change) => change.kind === 'visits').length;
    };
    expect(toldAt(now + 1)).toBe(0);
    expect(toldAt(now + hour - 1)).toBe(0);
    expect(toldAt(now + hour)).toBe(1);
    expect(toldAt(now + 2 * hour)).toBe(1);
    expect(toldAt(now + 9 * hour)).toBe(0);
    // The clock was wrong and is set back: what had expired is expected again.
    expect(toldAt(now)).toBe(1);
    expect(tab(desk, 'expected').rows).toHaveLength(1);
    // What had been cancelled or had left stays so.
    desk.clock.set(now - day);
    expect(tab(desk, 'history').rows).toHaveLength(2);
  });
});

it('a visit whose data is gone can’t be acted on', async () => {
  const desk = await createDesk();
  const id = visitOf(desk, visitor);
  desk.clock.advance(400 * day);
  desk.services.due.run();
  const by = lateActor(desk);
  const state = { state: 'expired' as const };
  await refused(() => desk.services.visits.checkIn(by, { id }), 'visit.state', state);
});
