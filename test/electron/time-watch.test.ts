import { expect, test } from 'vitest';
import type { Statistics } from '../../core/contract/users';
import type { HeldSession } from '../../core/services/sessions/types';
import { createTimeWatch } from '../../electron/window/time-watch';

const windowId = 1;

function watched() {
  let pending = 1;
  const told: number[] = [];
  const held = { grant: { role: 'tenant_admin', siteIds: [] } } as unknown as HeldSession;
  const watch = createTimeWatch({
    unlocked: () => [{ windowId, held }],
    figures: () => ({ pending: { total: pending } }) as Statistics,
    settings: () => ({ delegation: false }),
    changed: (id) => told.push(id),
  });
  return { watch, told, expire: () => (pending -= 1), invite: () => (pending += 1) };
}

test('a window is told when an invitation expires, once', () => {
  const { watch, told, expire } = watched();
  watch.tick();
  told.length = 0;
  expire();
  watch.tick();
  watch.tick();
  expect(told).toEqual([windowId]);
});

test('what a write changed is no news: its own event says so', () => {
  const { watch, told, invite } = watched();
  watch.tick();
  told.length = 0;
  invite();
  watch.written();
  watch.tick();
  expect(told).toEqual([]);
});

test('an expiry between a write and the next tick is noticed', () => {
  const { watch, told, expire } = watched();
  watch.tick();
  told.length = 0;
  watch.written();
  expire();
  watch.tick();
  expect(told).toEqual([windowId]);
});

test('a window that has just been signed in is told: something may have expired since it asked', () => {
  const { watch, told } = watched();
  watch.tick();
  expect(told).toEqual([windowId]);
});
