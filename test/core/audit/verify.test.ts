import { describe, expect, it } from 'vitest';
import type { AuditVerdict } from '../../../core/contract/audit';
import { connect } from '../../../core/db/connection';
import { createAnchoring } from '../../../core/services/audit-log/anchoring';
import type { LongJob } from '../../../core/services/audit-log/long-job';
import { memoryAnchor } from '../../support/anchor';
import { damageLeaf } from '../../support/damage-leaf';
import { testKey } from '../../support/options';
import { behindTheBack, rehash } from '../../support/tamper';
import { createDesk, type Desk } from '../services/desk';
import { auditOf, countOf, refused } from '../services/observe';

const job = (changes: Partial<LongJob> = {}): LongJob => ({
  signal: new AbortController().signal,
  progress: () => undefined,
  ...changes,
});

/** A desk with some entries, anchored, as it is when the app was closed. */
async function anchoredDesk() {
  const desk = await createDesk();
  const store = memoryAnchor();
  const anchoringOf = ({ db, clock }: Desk) =>
    createAnchoring({ db, clock, announce: () => undefined, store, elapsed: () => 0 });
  const anchoring = anchoringOf(desk);
  anchoring.start();
  for (const displayName of ['Åsa Blom', 'Bo Ek', 'Cid Dorn']) await desk.person({ displayName });
  anchoring.close();
  return {
    desk,
    store,
    anchoring,
    /** As another start of the app finds it. */
    async verify(): Promise<AuditVerdict> {
      const next = anchoringOf(desk);
      next.start();
      return desk.services.auditLog.verify(desk.admin, job(), next.kept());
    },
  };
}

const entries = (desk: Desk) => countOf(desk.db, 'audit_event');

describe('a log that is whole', () => {
  it('is found whole, with how much was looked at and up to where it is anchored', async () => {
    const { desk, verify } = await anchoredDesk();
    const before = entries(desk);
    expect(await verify()).toEqual({
      problem: null,
      entries: before,
      desks: 1,
      erasedNames: 0,
      restores: [],
      anchor: { state: 'kept', n: before, at: desk.clock.now(), since: desk.clock.now() },
    });
    expect(auditOf(desk.db, 'audit.verify')).toMatchObject([
      { actorId: desk.admin.userId, data: { whole: true, entries: before } },
    ]);
  });

  it('stays whole when a person is erased: their names are counted', async () => {
    const { desk, verify } = await anchoredDesk();
    const id = await desk.person({ displayName: 'Dag Erik' });
    desk.services.users.delete(desk.admin, { id });
    expect(await verify()).toMatchObject({ problem: null, erasedNames: 2 });
  });

  it('stays whole when the anchor lags, as after a kill', async () => {
    const { desk, verify, store } = await anchoredDesk();
    await desk.person();
    await desk.person();
    expect(store.held).toMatchObject({ n: entries(desk) - 2 });
    expect(await verify()).toMatchObject({ problem: null, entries: entries(desk) - 1 });
  });

  it('holds the chains of other desks too', async () => {
    const { desk, verify } = await anchoredDesk();
    copyToAnotherDesk(desk);
    expect(await verify()).toMatchObject({ desks: 2, problem: { kind: 'altered', deskId: 'other', n: 1 } });
    behindTheBack(desk.db, "delete from audit_event where desk_id = 'other'");
    expect(await verify()).toMatchObject({ desks: 1, problem: null });
  });
});

/** Entries of a desk that says it is another: their hashes cover whose they are. */
function copyToAnotherDesk({ db }: Desk): void {
  behindTheBack(
    db,
    `create temp table twin as select * from audit_event;
     update twin set desk_id = 'other', id = 'x' || id;
     insert into audit_event select * from twin; drop table twin`,
  );
}

describe('a file that was changed behind the app’s back', () => {
  it.each([
    ['an outcome', "update audit_event set outcome = 'denied' where n = 4", { kind: 'altered', n: 4 }],
    ['a time', 'update audit_event set at = at + 1 where n = 2', { kind: 'altered', n: 2 }],
    ['whose doing it was', "update audit_event set actor_id = 'x' where n = 3", { kind: 'altered', n: 3 }],
    ['facts that are no JSON', "update audit_event set data = '{' where n = 3", { kind: 'altered', n: 3 }],
    ['an entry taken out', 'delete from audit_event where n = 3', { kind: 'missing', n: 3, at: null }],
    ['the first ones taken out', 'delete from audit_event where n < 3', { kind: 'missing', n: 1 }],
    [
      'an entry taken out, the rest moved up',
      'delete from audit_event where n = 3; update audit_event set n = n - 1 where n > 3',
      { kind: 'altered', n: 3 },
    ],
    [
      'two changed places',
      'update audit_event set n = -1 where n = 2; update audit_event set n = 2 where n = 3; update audit_event set n = 3 where n = -1',
      { kind: 'altered', n: 2 },
    ],
    [
      'one put before the first',
      "insert into audit_event select 'y', desk_id, 0, at, hlc, actor_id, action, outcome, subject_type, subject_id, site_id, data, previous_hash, hash from audit_event where n = 1",
      { n: 0 },
    ],
    ['a name', "update personal_value set value = 'Eve' where value = 'Åsa Blom'", { kind: 'name' }],
    [
      'a name with its hash',
      "update personal_value set value = 'Eve', hash = 'x' where value = 'Bo Ek'",
      { kind: 'name' },
    ],
  ])('%s: the first entry that doesn’t hold is named', async (_what, sql, problem) => {
    const { desk, verify } = await anchoredDesk();
    behindTheBack(desk.db, sql);
    expect((await verify()).problem).toMatchObject({ deskId: desk.db.deskId, ...problem });
    expect(auditOf(desk.db, 'audit.verify').at(-1)?.data).toMatchObject({ whole: false });
  });

  it('one entry with a new hash of its own: the next doesn’t follow from it', async () => {
    const { desk, verify } = await anchoredDesk();
    const rest = desk.db
      .statement<Record<string, string>>('select n, previous_hash, hash from audit_event where n > 2')
      .all();
    behindTheBack(desk.db, "update audit_event set outcome = 'denied' where n = 2");
    rehash(desk.db);
    const back = desk.db.client.prepare('update audit_event set previous_hash = ?, hash = ? where n = ?');
    for (const row of rest) back.run(row.previous_hash, row.hash, row.n);
    expect((await verify()).problem).toMatchObject({ kind: 'unlinked', n: 3 });
  });

  it('the end cut off: nothing in the chain shows it, the anchor does, after new entries too', async () => {
    const { desk, verify } = await anchoredDesk();
    const head = entries(desk);
    behindTheBack(desk.db, `delete from audit_event where n > ${head - 2}`);
    expect((await verify()).problem).toMatchObject({ kind: 'cut', n: head - 1 });
    const said = { entries: head, left: head - 2 };
    expect(auditOf(desk.db, 'audit.broken').at(-1)?.data).toMatchObject(said);
    for (let added = 0; added < 5; added += 1) await desk.person();
    expect((await verify()).problem).toMatchObject({ kind: 'cut', n: head - 1 });
  });

  it('everything written anew with hashes that fit: the anchor knows another', async () => {
    const { desk, verify } = await anchoredDesk();
    const head = entries(desk);
    behindTheBack(desk.db, "update audit_event set outcome = 'denied' where n = 2");
    rehash(desk.db);
    expect((await verify()).problem).toMatchObject({ kind: 'rewritten', n: head });
  });

  it('the log emptied altogether', async () => {
    const { desk, verify } = await anchoredDesk();
    behindTheBack(desk.db, 'delete from audit_event');
    expect((await verify()).problem).toMatchObject({ kind: 'cut', n: 1 });
  });
});

describe('a verification', () => {
  it('leaves others their turn, tells how far it is, and can be stopped', async () => {
    const { desk, anchoring } = await anchoredDesk();
    for (let count = 0; count < 400; count += 1)
      desk.services.auditLog.denied(null, { route: 'users.get', reason: 'user.self' });
    const abort = new AbortController();
    const running = desk.services.auditLog.verify(
      desk.admin,
      job({ signal: abort.signal }),
      anchoring.kept(),
    );
    abort.abort();
    await refused(() => running, 'audit.cancelled');
    expect(auditOf(desk.db, 'audit.verify')).toEqual([]);
  });

  it('is for who may: somebody demoted meanwhile learns nothing', async () => {
    const { desk, anchoring } = await anchoredDesk();
    const chief = await desk.actor({ role: 'tenant_admin' });
    const running = desk.services.auditLog.verify(chief, job(), anchoring.kept());
    desk.services.users.deactivate(desk.admin, { id: chief.userId });
    await refused(() => running, 'access.session_required');
  });
});

describe('a log on a damaged disk', () => {
  it('is told apart from one that was tampered with, with the first entry that can’t be read', async () => {
    const desk = await createDesk();
    for (let n = 0; n < 120; n += 1) desk.services.auditLog.denied(desk.admin, { permission: 'user.delete' });
    const all = entries(desk);
    desk.db.close();
    damageLeaf(connect(desk.db.path, testKey), 'audit_event');

    const again = desk.restart();
    const kept = { anchor: null, state: { state: 'none' } } as const;
    const { problem, entries: read } = await again.services.auditLog.verify(again.admin, job(), kept);
    expect(problem).toEqual({
      kind: 'damaged',
      deskId: again.db.deskId,
      n: read + 1,
      at: null,
      action: null,
    });
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(all - 1);
  });
});
