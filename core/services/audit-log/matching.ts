import { reaches, type SiteScope } from '../../access/scope';
import type { AuditEntryView, AuditFilter } from '../../contract/audit';
import type { ReadDb } from '../../db/types';
import { topicOf } from '../../domain/audit';
import { fold } from '../../domain/text';
import type { EntryRow } from './entry-rows';
import { entryView, personalValues } from './entry-view';
import { withinReach } from './within-reach';

/**
 * The entry for this reader when it matches, else `null`. What a stored entry says is looked at first, its names last: they
 * cost most. A text is looked for in what the reader is shown, so that nothing can be found out by searching.
 */
export function matching(
  db: ReadDb,
  scope: SiteScope,
  filter: AuditFilter,
): (row: EntryRow) => AuditEntryView | null {
  const { actorId, topic, siteId } = filter;
  const wanted = fold(filter.text.trim());
  const reader = { scope, personal: personalValues(db) };
  const within = withinReach(db, scope);

  return (row) => {
    if (actorId !== null && row.actorId !== actorId) return null;
    if (topic !== null && !isOf(row, topic)) return null;
    if (siteId !== null && !isAt(row, siteId)) return null;
    if (!within(row)) return null;
    const view = entryView(row, reader);
    return wanted === '' || textsOf(view).some((text) => fold(text).includes(wanted)) ? view : null;
  };

  function isAt(row: EntryRow, id: string): boolean {
    return reaches(scope, id) && (row.siteId === id || row.data.includes(id));
  }
}

function isOf({ action, outcome }: EntryRow, topic: NonNullable<AuditFilter['topic']>): boolean {
  return topic === 'denied' ? outcome === 'denied' : topicOf(action) === topic;
}

function textsOf({ actor, subject, site, changes, facts }: AuditEntryView): string[] {
  const names = [actor?.name, subject?.name, site?.name];
  const values = changes.flatMap(({ before, after }) => [before, after]);
  return [...names, ...values, ...facts.map(({ value }) => value)].filter((text) => typeof text === 'string');
}
