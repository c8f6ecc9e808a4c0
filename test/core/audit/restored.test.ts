import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Prepared } from '../../../core/backups/restore/prepare-restore';
import { createAnchoring } from '../../../core/services/audit-log/anchoring';
import { memoryAnchor } from '../../support/anchor';
import { tempFolder } from '../../support/db';
import { behindTheBack } from '../../support/tamper';
import { backUp, restore, restoredAt } from '../backups/restoring';
import { actorOf, createDesk, type Desk } from '../services/desk';
import { auditOf } from '../services/observe';

/** The anchor a restore leaves: the end of the chain it began. */
function anchoredAt({ head }: Prepared) {
  const store = memoryAnchor();
  store.write({ ...head, at: restoredAt, since: restoredAt });
  return store;
}

/** A desk with entries from before and after its backup, restored; and what a verification says of it. */
async function restoredDesk() {
  const before = await createDesk();
  await before.person({ displayName: 'Bo Ek' });
  const backup = backUp(before.db, join(tempFolder(), 'one.atrium-backup'));
  for (const displayName of ['Cid Dorn', 'Dag Erik']) await before.person({ displayName });
  before.db.close();
  const prepared = restore(dirname(before.db.path), backup);
  before.clock.set(restoredAt);
  const desk = before.restart();
  const store = anchoredAt(prepared);
  return { desk, store, backup, prepared, verify: () => verified(desk, store) };
}

function verified(desk: Desk, store: ReturnType<typeof memoryAnchor>) {
  const { db, clock } = desk;
  const anchoring = createAnchoring({ db, clock, announce: () => undefined, store, elapsed: () => 0 });
  anchoring.start();
  const admin = actorOf(desk.services.sessions.startFor(desk.admin.userId));
  const job = { signal: new AbortController().signal, progress: () => undefined };
  return desk.services.auditLog.verify(admin, job, anchoring.kept());
}

describe('the log of a restored desk', () => {
  it('is whole, and says that it was restored and what isn’t in it', async () => {
    const { desk, prepared, verify } = await restoredDesk();
    expect(await verify()).toMatchObject({
      problem: null,
      desks: 2,
      restores: [{ at: restoredAt, backupAt: prepared.backupAt, left: 2 }],
      anchor: { state: 'kept', n: 1 },
    });
    expect(auditOf(desk.db, 'audit.broken')).toEqual([]);
  });

  it('is whole after a second restore too, of what was kept or of the same backup', async () => {
    const { desk, backup } = await restoredDesk();
    desk.db.close();
    const again = restore(dirname(desk.db.path), backup, { now: restoredAt + 1000 });
    desk.clock.set(restoredAt + 1000);
    const verdict = await verified(desk.restart(), anchoredAt(again));
    expect(verdict).toMatchObject({ problem: null, desks: 2 });
    expect(verdict.restores).toHaveLength(1);
  });

  it('shows when entries that came with the backup are cut off behind the app’s back', async () => {
    const { desk, verify, prepared } = await restoredDesk();
    const restoredDeskId = 'desk_id <> (select desk_id from sync_state)';
    behindTheBack(desk.db, `delete from audit_event where n > 2 and ${restoredDeskId}`);
    expect((await verify()).problem).toMatchObject({ kind: 'cut', n: 3 });
    expect(prepared.head.n).toBe(1);
  });

  it('shows when the entry of the restore itself is taken out', async () => {
    const { desk, verify } = await restoredDesk();
    behindTheBack(desk.db, "delete from audit_event where action = 'backup.restore'");
    expect((await verify()).problem).not.toBeNull();
  });
});
