import type { ServiceDeps } from '../deps';
import { markExpired } from './outcomes';

/** How often is looked: sending looks by itself, this is for what nobody sends. */
const everyMs = 60_000;

/** Along the two partial indexes of mails that still have their secrets. */
export const expired = ["m.state = 'queued'", "m.state in ('failed', 'unconfirmed')"]
  .map(
    (indexed) => `select m.id from mail_message m join invitation i on i.id = m.invitation_id
      where ${indexed} and m.secrets is not null and i.expires_at <= ?`,
  )
  .join(' union all ');

/** Due work: the secrets of an expired invitation are of no use to anybody, so its mail loses them, mail server or not. */
export function mailExpiry({ db, clock, announce }: Pick<ServiceDeps, 'db' | 'clock' | 'announce'>) {
  let looked: number | null = null;
  return (): void => {
    const now = clock.now();
    if (looked !== null && Math.abs(now - looked) < everyMs) return;
    looked = now;
    const query = db.statement<{ id: string }>(expired);
    if (query.get(now, now) === undefined) return;
    db.write(null, (tx) => {
      for (const { id } of query.all(now, now)) markExpired(tx, id);
      tx.afterCommit(() => announce({ kind: 'mail' }));
    });
  };
}
