import { afterAll, beforeAll, expect, test } from 'vitest';
import { backupFileName, lastSlot, nextSlot, parseBackupName } from '../../../core/domain/backup';

const zone = process.env['TZ'];
beforeAll(() => {
  process.env['TZ'] = 'Europe/Berlin';
});
afterAll(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const at = (text: string) => new Date(text).getTime();
const text = (moment: number | null) => (moment === null ? null : new Date(moment).toISOString());
const daily = { schedule: 'daily', hour: 12, weekday: 1 } as const;

test('a daily one falls on its hour by the local clock, when the clocks change too', () => {
  expect(text(nextSlot(daily, at('2026-11-22T10:59:59Z')))).toBe('2026-11-22T11:00:00.000Z');
  expect(text(nextSlot(daily, at('2026-11-22T11:00:00Z')))).toBe('2026-11-23T11:00:00.000Z');
  expect(text(lastSlot(daily, at('2026-11-22T11:00:00Z')))).toBe('2026-11-22T11:00:00.000Z');
  expect(text(lastSlot(daily, at('2026-11-22T10:59:59Z')))).toBe('2026-11-21T11:00:00.000Z');
  expect(text(nextSlot(daily, at('2026-10-24T12:00:00Z')))).toBe('2026-10-25T11:00:00.000Z');
  // At two the clocks go forward to three: there is no half past two.
  expect(text(nextSlot({ ...daily, hour: 2 }, at('2026-03-28T12:00:00Z')))).toBe('2026-03-29T01:00:00.000Z');
});

test('a weekly one falls on its day', () => {
  const weekly = { ...daily, schedule: 'weekly', weekday: 0 } as const;
  expect(text(lastSlot(weekly, at('2026-11-22T10:00:00Z')))).toBe('2026-11-15T11:00:00.000Z');
  expect(text(nextSlot(weekly, at('2026-11-22T10:00:00Z')))).toBe('2026-11-22T11:00:00.000Z');
  expect(text(nextSlot(weekly, at('2026-11-22T11:00:00Z')))).toBe('2026-11-29T11:00:00.000Z');
});

test('without a schedule there is none', () => {
  const off = { ...daily, schedule: 'off' } as const;
  expect([lastSlot(off, 0), nextSlot(off, 0)]).toEqual([null, null]);
});

test('a name tells kind and moment, and is ours only when we would give it', () => {
  const name = { kind: 'migration', at: at('2026-11-22T09:00:01Z') } as const;
  expect(backupFileName(name)).toBe('atrium-20261122-090001-migration.atrium-backup');
  expect(parseBackupName(backupFileName(name))).toEqual(name);
  for (const foreign of [
    'atrium.db',
    'atrium-20261122-090001-other.atrium-backup',
    'atrium-20260231-090001-manual.atrium-backup',
    'atrium-20261122-090001-manual.atrium-backup.part',
    '../atrium-20261122-090001-manual.atrium-backup',
  ])
    expect([foreign, parseBackupName(foreign)]).toEqual([foreign, null]);
});
