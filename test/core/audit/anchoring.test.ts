import { describe, expect, it } from 'vitest';
import { createAnchoring } from '../../../core/services/audit-log/anchoring';
import { memoryAnchor } from '../../support/anchor';
import { createTestDb } from '../../support/db';
import { behindTheBack } from '../../support/tamper';
import { auditOf } from '../services/observe';

const second = 1000;

function anchored() {
  const test = createTestDb();
  const store = memoryAnchor();
  const told: string[] = [];
  let elapsed = 0;
  const start = () => {
    const anchoring = createAnchoring({
      db: test.db,
      clock: test.clock,
      store,
      elapsed: () => elapsed,
      announce: ({ kind }) => told.push(kind),
    });
    anchoring.start();
    return anchoring;
  };
  return {
    ...test,
    store,
    told,
    start,
    pass: (ms: number) => {
      elapsed += ms;
    },
    act: () => test.db.write(null, (tx) => tx.audit({ action: 'site.create' })),
  };
}

describe('where the log ends', () => {
  it('is noted before there is anything in it, and leaves no entry for that', () => {
    const { db, store, start } = anchored();
    start();
    expect(store.held).toMatchObject({ deskId: db.deskId, n: 0 });
    expect(auditOf(db)).toEqual([]);
  });

  it('is noted on the tick, some seconds apart, and told to the windows each time it moved', () => {
    const { store, start, act, pass, told } = anchored();
    const anchoring = start();
    act();
    anchoring.tick();
    expect(store.writes).toBe(1);
    pass(10 * second);
    anchoring.tick();
    act();
    anchoring.tick();
    expect(store).toMatchObject({ writes: 2, held: { n: 1 } });
    pass(10 * second);
    for (let tick = 0; tick < 5; tick += 1) anchoring.tick();
    expect(store).toMatchObject({ writes: 3, held: { n: 2 } });
    expect(told).toEqual(['audit', 'audit']);
  });

  it('is noted when the app closes', () => {
    const { store, start, act } = anchored();
    const anchoring = start();
    act();
    anchoring.close();
    expect(store.held).toMatchObject({ n: 1 });
  });

  it('costs an act nothing', () => {
    const { store, start, act } = anchored();
    start();
    for (let count = 0; count < 10; count += 1) act();
    expect(store.writes).toBe(1);
  });
});

describe('a log that doesn’t extend its anchor', () => {
  it('keeps the anchor where it was, and says so in the log', () => {
    const { db, store, start, act, pass } = anchored();
    const anchoring = start();
    for (let count = 0; count < 4; count += 1) act();
    anchoring.close();
    behindTheBack(db, 'delete from audit_event where n > 2');
    const next = start();
    expect(auditOf(db, 'audit.broken')).toMatchObject([{ data: { entries: 4, left: 2 } }]);
    act();
    pass(60 * second);
    next.tick();
    next.close();
    expect(store.held).toMatchObject({ n: 4 });
  });

  it('is found too when it is cut while the app runs', () => {
    const { db, store, start, act, pass } = anchored();
    const anchoring = start();
    for (let count = 0; count < 4; count += 1) act();
    pass(10 * second);
    anchoring.tick();
    behindTheBack(db, 'delete from audit_event where n > 2');
    pass(10 * second);
    anchoring.tick();
    anchoring.tick();
    expect(store.held).toMatchObject({ n: 4 });
    expect(auditOf(db, 'audit.broken')).toHaveLength(1);
  });
});

describe.each(['none', 'foreign'] as const)('an anchor that is %s', (why) => {
  it('is made anew, which leaves an entry and shows in since when it is kept', () => {
    const { db, store, start, act, clock } = anchored();
    start();
    act();
    store.held = why;
    clock.advance(60 * second);
    start();
    expect(auditOf(db, 'audit.anchor')).toMatchObject([{ actorId: null, data: { why, entries: 1 } }]);
    expect(store.held).toMatchObject({ n: 2, since: clock.now() });
  });
});
