import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Generation, outdated } from '../../../core/backups/generations';
import { backupKeeps, backupKinds, otherKindsKept, retentions } from '../../../core/domain/backup';

const now = Date.UTC(2026, 10, 22, 9);
const dayMs = 86_400_000;

const generation: fc.Arbitrary<Generation> = fc.record({
  kind: fc.constantFrom(...backupKinds),
  // Up to a day ahead: clocks are set back.
  at: fc.integer({ min: -dayMs, max: 500 * dayMs }).map((age) => now - age),
  good: fc.boolean(),
});
const keep = fc.constantFrom(...backupKeeps);

test('the newest good one always stays, and doing it again changes nothing', () => {
  fc.assert(
    fc.property(fc.array(generation, { maxLength: 80 }), keep, (backups, choice) => {
      const old = new Set(outdated(backups, retentions[choice], now));
      const stays = backups.filter((backup) => !old.has(backup));
      const good = backups.filter((backup) => backup.good);
      const newest = Math.max(...good.map(({ at }) => at));
      if (good.length > 0) expect(stays.some(({ good: sound, at }) => sound && at === newest)).toBe(true);
      expect(outdated(stays, retentions[choice], now)).toEqual([]);
    }),
  );
});

test('beyond its age nothing stays but the only good one', () => {
  fc.assert(
    fc.property(fc.array(generation, { maxLength: 80 }), keep, (backups, choice) => {
      const retention = retentions[choice];
      const old = new Set(outdated(backups, retention, now));
      const tooOld = backups.filter(
        (backup) => !old.has(backup) && now - backup.at >= retention.maxAgeDays * dayMs,
      );
      expect(tooOld.length).toBeLessThanOrEqual(1);
      for (const backup of tooOld)
        expect(backups.every(({ good, at }) => !good || at <= backup.at)).toBe(true);
    }),
  );
});

test('the number of them has a bound, however many were made', () => {
  fc.assert(
    fc.property(fc.array(generation, { maxLength: 200 }), keep, (backups, choice) => {
      const { daily, weekly, monthly } = retentions[choice];
      const old = new Set(outdated(backups, retentions[choice], now));
      const stays = backups.filter((backup) => backup.good && !old.has(backup));
      expect(stays.filter(({ kind }) => kind === 'scheduled').length).toBeLessThanOrEqual(
        daily + weekly + monthly + 1,
      );
      for (const kind of backupKinds.slice(1))
        expect(stays.filter((backup) => backup.kind === kind).length).toBeLessThanOrEqual(otherKindsKept + 1);
    }),
  );
});

test('a year of daily backups leaves the last days, weeks and months', () => {
  let backups: Generation[] = [];
  for (let day = 365; day >= 0; day -= 1) {
    const at = now - day * dayMs;
    backups.push({ kind: 'scheduled', at, good: true });
    const old = new Set(outdated(backups, retentions.halfYear, at));
    backups = backups.filter((backup) => !old.has(backup));
  }
  expect(backups.map(({ at }) => new Date(at).toISOString().slice(0, 10))).toEqual([
    '2026-06-30',
    '2026-07-31',
    '2026-08-31',
    '2026-09-30',
    '2026-10-31',
    '2026-11-01',
    '2026-11-08',
    '2026-11-15',
    '2026-11-16',
    '2026-11-17',
    '2026-11-18',
    '2026-11-19',
    '2026-11-20',
    '2026-11-21',
    '2026-11-22',
  ]);
});
