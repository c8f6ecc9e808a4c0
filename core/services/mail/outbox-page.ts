import type { ParsedInput, RequestOutput } from '../../contract';
import type { ServiceDeps } from '../deps';
import { type DeliveryRow, deliveryColumns } from './message-rows';

type Row = DeliveryRow & { id: string; invitationId: string; to: string; createdAt: number };

/** Ids are made in the order of time, so the primary key is the order. */
const page = `select m.id, m.invitation_id as invitationId, i.email as "to", m.created_at as createdAt, ${deliveryColumns}
  from mail_message m join invitation i on i.id = m.invitation_id
  where m.id < ? and i.email is not null order by m.id desc limit ?`;

/** Later than any id. */
const end = '~';

/** Newest first. */
export function outboxPage({ db }: Pick<ServiceDeps, 'db'>) {
  return ({ before, limit }: ParsedInput<'mail.outbox'>): RequestOutput<'mail.outbox'> => {
    const rows = db.statement<Row>(page).all(before ?? end, limit + 1);
    return { messages: rows.slice(0, limit), more: rows.length > limit };
  };
}
