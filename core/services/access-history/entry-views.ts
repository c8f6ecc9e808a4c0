import type { SiteScope } from '../../access/scope';
import type { AccessEntry } from '../../contract/access';
import type { ReadDb } from '../../db/types';
import { personalValues } from '../audit-log/entry-view';
import { createActs } from './acts';
import type { AccessAnswer } from './answer';
import type { Found } from './gather';

/** What was found, as the reader may know it: with what gave it and what ended it. For one walk: people recur. */
export function entryViews(
  db: ReadDb,
  scope: SiteScope,
  { before }: Pick<AccessAnswer, 'before'>,
  now: number,
): (found: Found) => AccessEntry {
  const acts = createActs({ db, personal: personalValues(db) });
  return ({ userId, name, email, site, span }) => {
    const { role, everywhere, from, granted, until } = span;
    const seenAt = Math.min(before, until?.at ?? before) - 1;
    return {
      userId,
      name,
      // Accounts with all sites aren't in the lists of a reader of some: that they could enter is told, no more.
      email: scope.kind === 'all' || !everywhere ? email : null,
      role,
      everywhere,
      site: site === null ? null : { id: site.id, name: site.nameAt(seenAt) },
      from,
      granted: acts.granted(userId, granted),
      ended: until === null || until.at > now ? null : acts.ended(userId, site?.id ?? null, until),
    };
  };
}
