import { expect, test } from 'vitest';
import { createHlc, formatHlc } from '../../../core/db/hlc';
import { createIds } from '../../../core/db/ids';
import { canonicalJson } from '../../../core/db/json';
import { systemRandom } from '../../../core/system';
import { fakeClock } from '../../support/clock';

const deskId = '01a2027b-d680-72e0-8fe7-3dd468f42f21';

test('a reading is of fixed width, and text order is clock order', () => {
  const clock = fakeClock();
  const hlc = createHlc({ clock, deskId, last: formatHlc(0, 0, deskId) });
  const readings = Array.from({ length: 300 }, (_, i) => {
    if (i % 50 === 0) clock.advance(i % 100 === 0 ? 3 : -5000);
    return hlc.tick();
  });
  expect(readings).toEqual([...readings].sort());
  expect(new Set(readings).size).toBe(300);
  expect(new Set(readings.map((reading) => reading.length))).toEqual(new Set([16 + 1 + 36]));
});

test('more readings in a millisecond than the counter holds go on in the next', () => {
  const clock = fakeClock(1000);
  const hlc = createHlc({ clock, deskId, last: formatHlc(1000, 0xfffe, deskId) });
  expect([hlc.tick(), hlc.tick()]).toEqual([formatHlc(1000, 0xffff, deskId), formatHlc(1001, 0, deskId)]);
});

test('a later reading made elsewhere is taken up, an earlier one is not', () => {
  const clock = fakeClock(1000);
  const hlc = createHlc({ clock, deskId, last: formatHlc(500, 0, deskId) });
  hlc.observe(formatHlc(5000, 7, 'f'.repeat(36)));
  expect(hlc.tick()).toBe(formatHlc(5000, 8, deskId));
  hlc.observe(formatHlc(4000, 0, 'f'.repeat(36)));
  expect(hlc.tick()).toBe(formatHlc(5000, 9, deskId));
});

test('ids are UUIDv7 of the clock and ascend, also within a millisecond and after the clock was set back', () => {
  const clock = fakeClock();
  const ids = createIds({ clock, random: systemRandom });
  const made = Array.from({ length: 2000 }, (_, i) => {
    if (i === 1000) clock.advance(-60_000);
    return ids.next();
  });
  expect(made).toEqual([...made].sort());
  expect(new Set(made).size).toBe(2000);
  expect(made[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(made[0]?.replace('-', '').slice(0, 12) ?? '', 16)).toBe(fakeClock().now());
});

test('ids ascend when their counter overflows', () => {
  const full = { bytes: (count: number) => new Uint8Array(count).fill(255) };
  const clock = fakeClock();
  const ids = createIds({ clock, random: full });
  const made = [ids.next(), ids.next(), ids.next()];
  expect(made).toEqual([...made].sort());
});

test('canonical JSON has sorted keys at every depth and leaves out what is undefined', () => {
  const value = { b: [1, { d: null, c: 'x' }], a: { z: true, y: undefined } };
  expect(canonicalJson(value)).toBe('{"a":{"z":true},"b":[1,{"c":"x","d":null}]}');
});

test('random bytes are never handed out twice', () => {
  const pieces = Array.from({ length: 1000 }, () => Buffer.from(systemRandom.bytes(16)).toString('hex'));
  expect(new Set(pieces).size).toBe(1000);
  expect(systemRandom.bytes(5000)).toHaveLength(5000);
});
