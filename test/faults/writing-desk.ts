import { isAppError } from '../../core/errors/app-error';
import { createAnchoring } from '../../core/services/audit-log/anchoring';
import { headOf } from '../../core/services/audit-log/entry-rows';
import { fileAnchorStore } from '../../electron/platform/anchor/file-anchor';
import { macKeys } from '../../electron/platform/anchor/mac-key';
import { chance as chanceOf } from '../support/seed';
import { type Act, nextAct, signedIn } from './acts';
import { obey, say } from './child';
import { changesBetween, rowsOf } from './rows';
import { type OpenServices, openServices, type Surroundings } from './services';

/** What the child is told when it may begin. */
export interface Orders extends Surroundings {
  seed: number;
  acts: 'mixed' | 'lists';
  anchorFile: string;
}

/**
 * A desk at work, to be killed: waits for its orders, then acts until somebody ends it. Before each act it says what it is
 * about to do, and after it, before the next one begins, what that changed and where the audit log ends.
 */
async function work(orders: Orders): Promise<void> {
  const chance = chanceOf(orders.seed);
  await say({ begins: 'start', at: orders.at, leaves: null });
  const desk = openServices(orders, chance);
  const { db, services, clock } = desk;
  const anchoring = createAnchoring({
    db,
    clock,
    announce: () => undefined,
    store: fileAnchorStore(orders.anchorFile, macKeys(Buffer.from(orders.key, 'hex'), null, 'linux')),
    // Notes the anchor at every tick.
    elapsed: clock.now,
  });
  anchoring.start();
  await services.licence.load();
  services.due.run();
  services.sessions.endLeftovers();
  const memory = signedIn(desk);
  let rows = rowsOf(db);
  let head = headOf(db, db.deskId);
  await say({ done: 'start', rows: Object.fromEntries(rows), head });

  for (;;) {
    clock.advance(chance.between(1, 120_000));
    const act = nextAct(desk, memory, chance, orders.acts);
    await say({ begins: act.name, at: clock.now(), leaves: act.leaves });
    const refused = await refusalOf(act);
    const now = rowsOf(db);
    const left = actionsAfter(desk, head.n);
    expectLeft(act, left, refused);
    head = headOf(db, db.deskId);
    await say({ done: act.name, refused, at: clock.now(), changes: changesBetween(rows, now), head });
    rows = now;
    clock.advance(10_000);
    anchoring.tick();
  }
}

/** The code of a refusal the act met, `null` when it was done. */
async function refusalOf(act: Act): Promise<string | null> {
  try {
    await act.run();
    return null;
  } catch (error) {
    if (!isAppError(error)) throw error;
    return error.code;
  }
}

function actionsAfter({ db }: OpenServices, n: number): string {
  return db
    .statement<{ action: string }>('select action from audit_event where desk_id = ? and n > ? order by n')
    .all(db.deskId, n)
    .map(({ action }) => action)
    .join(' ');
}

/** Were this wrong, nobody could tell half an act from a whole one after a kill. */
function expectLeft({ name, leaves }: Act, left: string, refused: string | null): void {
  if (leaves === null || (refused !== null && left === '')) return;
  if (!new RegExp(`^${leaves}$`).test(left.trim()))
    throw new Error(`${name} left “${left}” in the audit log, and not “${leaves}” (${refused ?? 'done'})`);
}

obey(work);
