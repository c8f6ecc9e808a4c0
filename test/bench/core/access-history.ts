import type { Database } from '../../../core/db/types';
import { auditedSites } from '../../../core/services/users/assignment';
import { setUserSites } from '../../../core/services/users/user-sites';
import type { Figure } from './measure';
import type { OurDesk } from './ours';

const runs = 12;
const batch = 2000;
/** Of all people: as many have changed since the moment that is asked about. */
const changed = 0.2;

/**
 * Who could enter a site at a past moment, asked anew each time. A fifth of all people have got another role and other sites
 * since. `access.held`: how long main did nothing else at a stretch meanwhile.
 */
export async function* accessFigures(n: number, ours: OurDesk): AsyncGenerator<Figure> {
  const { db, services, admin, siteIds } = ours;
  const asked = Date.now();
  await new Promise((resolve) => setTimeout(resolve, 20));
  changeSome(db, ours, Math.floor(n * changed));

  const question = (siteId: string | null, run: number) => {
    const from = asked - run;
    return { siteId, from, before: from + 1, text: '', offset: 0, limit: 100 };
  };
  const held: number[] = [];
  for (const [op, siteId] of [
    ['access.site', siteIds[1] ?? ''],
    ['access.all_sites', null],
  ] as const) {
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const watch = watchMain();
      const begun = performance.now();
      await services.accessHistory.page(admin, question(siteId, run));
      times.push(performance.now() - begun);
      held.push(watch());
    }
    yield { op, n, times: { ours: times.sort((a, b) => a - b) } };
  }
  yield { op: 'access.held', n, times: { ours: held.sort((a, b) => a - b) } };
}

/** Every fifth person's, in the way an administrator's edit is written. */
function changeSome(db: Database, { ids, siteIds, admin }: OurDesk, count: number): void {
  const [first = '', second = ''] = siteIds;
  for (let begin = 0; begin < count; begin += batch) {
    db.write(admin.userId, (tx) => {
      for (let index = begin; index < Math.min(begin + batch, count); index += 1) {
        const id = ids[index * 5] ?? '';
        const row = tx
          .statement<{ status: string; role: string }>('select status, role from user where id = ?')
          .get(id);
        if (row?.status !== 'active' || row.role === 'tenant_admin') continue;
        const after = row.role === 'member' ? 'site_admin' : 'member';
        tx.update('user', id, { role: after });
        setUserSites(tx, id, [first, second]);
        const sites = { before: [], after: auditedSites([{ id: first, name: 'Site 0' }]) };
        const data = { role: { before: row.role, after }, sites };
        tx.audit({ action: 'user.update', subject: { type: 'user', id }, data });
      }
    });
  }
}

/** Answers the longest time, ms, for which nothing else had its turn. */
function watchMain(): () => number {
  let last = performance.now();
  let longest = 0;
  let watching = true;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (watching) setImmediate(look);
  };
  setImmediate(look);
  return () => {
    watching = false;
    return Math.max(longest, performance.now() - last);
  };
}
