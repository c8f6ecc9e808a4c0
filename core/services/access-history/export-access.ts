import type { ParsedInput } from '../../contract';
import type { AccessAct, AccessEntry } from '../../contract/access';
import { csvMark, csvRow } from '../../domain/csv';
import { AppError } from '../../errors/app-error';
import type { NewFile } from '../../ports';
import type { Actor } from '../actor';
import { type LongJob, steps } from '../audit-log/long-job';
import type { UseCaseDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import type { AccessAnswers } from './answer';
import { entryViews } from './entry-views';

/** Characters gathered before they are written. */
const pieceSize = 64 * 1024;

const columns = [
  'Name',
  'Email',
  'Role',
  'Access',
  'Site',
  'Since (UTC)',
  'Until (UTC)',
  'Granted by',
  'Granted (UTC)',
  'Granted how',
  'Ended by',
  'Ended how',
  'Person (id)',
  'Granted by (id)',
] as const;

/**
 * Writes who could enter. As with the log: the file gets its name only once the entry about it is in the log, and what goes
 * wrong leaves no file. Errors: `access.*`, `site.not_found`, `audit.cancelled`, and what the file throws.
 */
export function accessExport({
  db,
  clock,
  answers,
}: Pick<UseCaseDeps, 'db' | 'clock'> & { answers: AccessAnswers }) {
  return async (
    actor: Actor,
    question: ParsedInput<'access.export'>,
    file: NewFile,
    job: LongJob,
  ): Promise<{ path: string; entries: number }> => {
    try {
      // What leaves the app needs grant and stored role, and no more than both reach (product.md §4).
      const { scope } = db.write(actor.userId, (tx) => requireEntitled(tx, actor, 'audit.export'));
      const { answer } = await answers.answer(question, scope, () => {
        if (job.signal.aborted) throw new AppError('audit.cancelled');
      });
      const view = entryViews(db, scope, answer, clock.now());
      const step = steps(job, answer.found.length);
      let piece = `${csvMark}${csvRow(columns)}`;
      for (const [index, found] of answer.found.entries()) {
        piece += csvRow(cells(view(found)));
        if (piece.length >= pieceSize) {
          await file.write(piece);
          piece = '';
        }
        await step(index + 1);
      }
      await file.write(piece);
      const entries = answer.found.length;
      db.write(actor.userId, (tx) => {
        requireEntitled(tx, actor, 'audit.export');
        const { from, before } = question;
        const { site } = answer;
        tx.audit({
          action: 'audit.export_access',
          ...(site !== null && { siteId: site.id }),
          data: { entries, from, before, ...(site !== null && { site: site.name }) },
        });
      });
      return { path: await file.finish(), entries };
    } catch (error) {
      await file.discard();
      throw error;
    }
  };
}

/** Roles and acts by their keys: a file for any language. */
function cells(entry: AccessEntry): string[] {
  const { name, email, role, everywhere, site, from, granted, ended, userId } = entry;
  return [
    name ?? '',
    email ?? '',
    role,
    everywhere ? 'organisation' : 'site',
    site?.name ?? '',
    time(from),
    ended === null ? '' : time(ended.at),
    granted.by?.name ?? '',
    time(granted.at),
    how(granted),
    ended?.by?.name ?? '',
    ended === null ? '' : how(ended),
    userId,
    granted.by?.id ?? '',
  ];
}

function how({ kind, invitedAt }: AccessAct): string {
  return invitedAt === null ? kind : `${kind} ${time(invitedAt)}`;
}

function time(at: number): string {
  return new Date(at).toISOString();
}
