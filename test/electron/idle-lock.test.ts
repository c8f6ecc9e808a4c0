import { expect, it } from 'vitest';
import { createIdleLock } from '../../electron/window/idle-lock';

const idleMs = 10 * 60_000;

it('locks each window by its own input', () => {
  let now = 0;
  const locked: number[] = [];
  const idle = createIdleLock({
    elapsed: () => now,
    after: () => idleMs,
    lock: (windowId) => locked.push(windowId),
  });
  idle.noteInput(1);
  idle.noteInput(2);
  now = idleMs - 1;
  idle.noteInput(2);
  idle.tick();
  expect(locked).toEqual([]);
  now = idleMs;
  idle.tick();
  expect(locked).toEqual([1]);
  idle.closed(1);
  now = 2 * idleMs;
  idle.tick();
  expect(locked).toEqual([1, 2]);
});
