import type { AccessAct } from '../../contract/access';
import type { ReadDb } from '../../db/types';
import type { AccessActKind } from '../../domain/access';
import { type PersonPast, personPast } from './person-past';
import { deskOf, momentOf } from './readings';
import type { Edge, Ending } from './spans';

interface Entry {
  at: number;
  hlc: string;
  action: string;
  actorId: string | null;
  data: string;
}

/** An act is written in one transaction, whose entry follows its rows within this, ms. */
const longestAct = 60_000;

/** What changes who can enter where. The condition on the type is the index's. */
const changing = `subject_type in ('user', 'invitation') and subject_id = ? and outcome = 'done'
  and action in ('user.create', 'user.update', 'user.reactivate', 'user.deactivate', 'user.set_end_date',
    'user.undo_deactivate', 'user.undo_update')`;
const columns = 'select at, hlc, action, actor_id as actorId, data from audit_event';
export const entriesAfter = `${columns} where ${changing} and hlc > ? order by hlc limit 10`;
/** A deletion tells of itself before it takes the rows. */
const deletion = `${columns} where subject_type in ('user', 'invitation') and subject_id = ?
  and action = 'user.delete' and hlc < ? order by hlc desc limit 1`;
const siteChange = `select actor_id as actorId from change_op
  where tbl in ('organisation', 'site', 'user') and pk = ? and hlc = ?`;
const invited = `select inviter_id as inviterId, sent_at as sentAt from invitation
  where accepted_user_id = ? and accepted_at = ?`;

/** Finds in the audit log what an edge of somebody's access came from, and who did it. For one walk: people recur. */
export function createActs({ db, personal }: { db: ReadDb; personal(id: string): string | null }) {
  const pasts = new Map<string, PersonPast>();

  function pastOf(userId: string): PersonPast {
    const known = pasts.get(userId) ?? personPast(db, userId);
    pasts.set(userId, known);
    return known;
  }

  /** With the role they did it in: what they were just before, in case it was about themselves. */
  function person(id: string | null, at: number): AccessAct['by'] {
    if (id === null) return null;
    const { states, calledAt } = pastOf(id);
    const state = states.findLast((held) => held.at < at) ?? states[0];
    return { id, name: personal(calledAt(at).name), role: state?.role ?? null };
  }

  function entryOf(userId: string, reading: string): Entry | undefined {
    const here = ({ hlc }: Entry) =>
      deskOf(hlc) === deskOf(reading) && Math.abs(momentOf(hlc) - momentOf(reading)) <= longestAct;
    const after = db.statement<Entry>(entriesAfter).all(userId, reading).find(here);
    return after ?? db.statement<Entry>(deletion).all(userId, reading).find(here);
  }

  function told(userId: string, { at, reading }: Edge): AccessAct {
    const entry = entryOf(userId, reading);
    if (entry === undefined) return { kind: 'unknown', at, by: null, invitedAt: null };
    const kind = kindOf(entry);
    const plain = { kind, at: entry.at, by: person(entry.actorId, entry.at), invitedAt: null };
    if (kind !== 'invited') return plain;
    const offer = db.statement<{ inviterId: string; sentAt: number }>(invited).get(userId, entry.at);
    // Who accepts does it themselves; who sent it has given them what they have.
    return offer === undefined
      ? plain
      : { ...plain, by: person(offer.inviterId, offer.sentAt), invitedAt: offer.sentAt };
  }

  return {
    granted: told,
    ended(userId: string, siteId: string | null, ending: Ending): AccessAct {
      const { at, reading, by } = ending;
      if (by === 'act') {
        const act = told(userId, ending);
        return act.kind === 'moved' ? { ...act, kind: 'siteArchived' } : act;
      }
      if (by === 'endDate') return { ...told(userId, ending), kind: 'endDate', at };
      const actor = db.statement<{ actorId: string | null }>(siteChange).get(siteId ?? '', reading)?.actorId;
      return { kind: 'siteArchived', at, by: person(actor ?? null, at), invitedAt: null };
    },
  };
}

const kinds: Record<string, AccessActKind> = {
  'user.create': 'created',
  'user.update': 'changed',
  'user.reactivate': 'reactivated',
  'user.deactivate': 'deactivated',
  'user.set_end_date': 'endDate',
  'user.delete': 'deleted',
  'user.undo_deactivate': 'undone',
  'user.undo_update': 'undone',
};

function kindOf({ action, data }: Entry): AccessActKind {
  const { by } = JSON.parse(data) as { by?: string };
  if (by === 'setup') return 'setUp';
  if (by === 'invitation') return 'invited';
  if (by === 'site.archive') return 'moved';
  if (by === 'end_date') return 'endDate';
  return kinds[action] ?? 'unknown';
}
