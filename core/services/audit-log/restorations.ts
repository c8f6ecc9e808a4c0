import type { AuditProblem, AuditVerdict } from '../../contract/audit';
import { isRecord } from './entry-changes';
import type { EntryRow } from './entry-rows';
import { type DeskHead, headIn } from './heads';

type Told = AuditVerdict['restores'][number];

/**
 * What a walk through all chains makes of restores. A restored desk begins a chain of its own, whose first entry names where
 * every chain ended that came with the backup: so the anchor of the new chain vouches for those too. They can't have grown
 * since, and mustn't have been cut.
 */
export function restorations() {
  const vouched: DeskHead[] = [];
  const ends = new Map<string, DeskHead>();
  const told: Told[] = [];

  return {
    look({ action, outcome, at, data }: EntryRow): void {
      if (action !== 'backup.restore' || outcome !== 'done') return;
      const facts: unknown = JSON.parse(data);
      const { backupAt, restoredHeads, leftHeads } = isRecord(facts) ? facts : {};
      const restored = headsIn(restoredHeads);
      vouched.push(...restored);
      told.push({
        at,
        backupAt: typeof backupAt === 'number' ? Math.trunc(backupAt) : at,
        left: leftBetween(restored, headsIn(leftHeads)),
      });
    },
    ended(head: DeskHead): void {
      ends.set(head.deskId, head);
    },
    /** The first chain that doesn't end where a restore says it does. */
    problem(): AuditProblem | null {
      for (const { deskId, n, hash } of vouched) {
        const end = ends.get(deskId);
        const nobody = { deskId, at: null, action: null };
        if (end === undefined || end.n < n) return { ...nobody, kind: 'cut', n: (end?.n ?? 0) + 1 };
        if (end.n > n) return { ...nobody, kind: 'unlinked', n: n + 1 };
        if (end.hash !== hash) return { ...nobody, kind: 'rewritten', n };
      }
      return null;
    },
    told: (): Told[] => [...told].sort((a, b) => b.at - a.at),
  };
}

function headsIn(value: unknown): DeskHead[] {
  return Array.isArray(value) ? value.flatMap((text: unknown) => headIn(text) ?? []) : [];
}

/** Entries of the state left behind that the backup doesn't hold. */
function leftBetween(restored: readonly DeskHead[], left: readonly DeskHead[]): number | null {
  if (left.length === 0) return null;
  const known = new Map(restored.map(({ deskId, n }) => [deskId, n]));
  return left.reduce((sum, { deskId, n }) => sum + Math.max(0, n - (known.get(deskId) ?? 0)), 0);
}
