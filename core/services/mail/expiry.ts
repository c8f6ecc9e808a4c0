import type { ServiceDeps } from '../deps';
import { markExpired } from './outcomes';

/** Along the two partial indexes of mails that still have their secrets: few, unless a server has been away for days. */
export const expired = ["m.state = 'queued'", "m.state in ('failed', 'unconfirmed')"]
  .map(
    (indexed) => `select m.id from mail_message m join invitation i on i.id = m.invitation_id
      where ${indexed} and m.secrets is not null and i.expires_at <= ?`,
  )
  .join(' union all ');

/** Due work: the secrets of an expired invitation are of no use to anybody, so its mail loses them, mail server or not. */
export function mailExpiry({ db, clock, announce }: Pick<ServiceDeps, 'db' | 'clock' | 'announce'>) {
  return (): void => {
    const now = clock.now();
    const query = db.statement<{ id: string }>(expired);
    if (query.get(now, now) === undefined) return;
    db.write(null, (tx) => {
      for (const { id } of query.all(now, now)) markExpired(tx, id);
      tx.afterCommit(() => announce({ kind: 'mail' }));
    });
  };
}
