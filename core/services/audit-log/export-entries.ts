import type { SiteScope } from '../../access/scope';
import type { ParsedInput } from '../../contract';
import type { AuditFilter } from '../../contract/audit';
import type { AuditValue, Tx } from '../../db/types';
import type { NewFile } from '../../ports';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import { readSite } from '../sites/site-rows';
import { readUser } from '../users/user-rows';
import { entriesOf } from './entry-page';
import { entryCount } from './entry-rows';
import { exportLines } from './export-lines';
import { type LongJob, steps } from './long-job';
import { matching } from './matching';
import { personal } from './personal';

/** Characters gathered before they are written. */
const pieceSize = 64 * 1024;

/**
 * Writes what the filter shows. The file gets its name only once the entry about it is in the log: there is no export that
 * nobody knows of. What goes wrong leaves no file. Errors: `access.*`, `audit.cancelled`, and what the file throws.
 */
export function entryExport({ db }: Pick<UseCaseDeps, 'db'>) {
  return async (
    actor: Actor,
    { filter, format }: ParsedInput<'audit.export'>,
    file: NewFile,
    job: LongJob,
  ): Promise<{ path: string; entries: number }> => {
    try {
      // What leaves the app needs grant and stored role, and no more than both reach (product.md §4).
      const { scope } = db.write(actor.userId, (tx) => requireEntitled(tx, actor, 'audit.export'));
      const entries = await writeEntries(scope, filter, exportLines[format], file, job);
      db.write(actor.userId, (tx) => {
        requireEntitled(tx, actor, 'audit.export');
        tx.audit({ action: 'audit.export', data: { format, entries, ...filterFacts(tx, filter) } });
      });
      return { path: await file.finish(), entries };
    } catch (error) {
      await file.discard();
      throw error;
    }
  };

  /** Answers how many. */
  async function writeEntries(
    scope: SiteScope,
    filter: AuditFilter,
    lines: (typeof exportLines)['csv'],
    file: NewFile,
    job: LongJob,
  ): Promise<number> {
    const match = matching(db, scope, filter);
    const step = steps(job, entryCount(db));
    let written = 0;
    let looked = 0;
    let piece = lines.begin;
    for (const row of entriesOf(db, filter, null)) {
      const view = match(row);
      if (view !== null) {
        piece += lines.entry(view, written);
        written += 1;
      }
      looked += 1;
      if (piece.length >= pieceSize) {
        await file.write(piece);
        piece = '';
      }
      await step(looked);
    }
    await file.write(`${piece}${lines.end}`);
    return written;
  }
}

/** By names, as far as they can be erased with whom they belong to. Of a text only that there was one: it may be anybody's. */
function filterFacts(tx: Tx, filter: AuditFilter): Record<string, AuditValue> {
  const { topic, from, before, siteId, text } = filter;
  const person = (id: string | null): AuditValue => {
    const name = id === null ? undefined : readUser(tx, id)?.displayName;
    return id === null || name === undefined ? null : personal(id, name);
  };
  const facts: Record<string, AuditValue> = {
    byWhom: person(filter.actorId),
    aboutWhom: person(filter.subjectId),
    topic,
    atSite: siteId === null ? null : (readSite(tx, siteId)?.name ?? null),
    from,
    before,
    searched: text.trim() === '' ? null : true,
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
}
