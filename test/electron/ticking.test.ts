import { afterEach, expect, it, vi } from 'vitest';
import { openDesk } from '../../electron/desk';
import type { OpenedLinks } from '../../electron/window/opened-links';
import type { WindowSessions } from '../../electron/window/window-sessions';

afterEach(() => {
  vi.useRealTimers();
});

it('what fails on a tick keeps nothing else from happening: windows lock on a full disk too', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const done: string[] = [];
  const faults: string[] = [];
  const fails = (name: string) => () => {
    done.push(name);
    throw new Error('disk full');
  };
  const desk = openDesk({
    router: async () => ({ ok: true, value: {} }),
    key: new Uint8Array(32),
    windowSessions: {
      tick: fails('sessions'),
      lock: (windowId: number) => done.push(`lock ${windowId}`),
      noteUse: () => undefined,
    } as unknown as WindowSessions,
    timeWatch: { tick: fails('time') },
    reminders: { tick: fails('reminders') },
    openedLinks: {} as OpenedLinks,
    dueWork: { run: fails('due') },
    mail: { tick: fails('mail'), finish: () => null, stop: () => undefined },
    clock: { timePasses: fails('clock') },
    erasing: { tick: fails('erasures'), close: () => undefined },
    anchoring: { tick: fails('anchor'), close: () => undefined },
    backups: { schedule: { tick: fails('backups') }, settled: () => null, stop: () => undefined },
    idleLockMinutes: () => 10,
    close: () => undefined,
    log: { fault: (_id, where) => faults.push(where) },
    newId: () => 'fault-1',
  });
  desk.input(7);
  vi.advanceTimersByTime(10 * 60_000);
  desk.tick();
  desk.tick();
  const everything = [
    'lock 7',
    'clock',
    'due',
    'mail',
    'sessions',
    'time',
    'reminders',
    'erasures',
    'anchor',
    'backups',
  ];
  expect(done).toEqual([...everything, ...everything]);
  // Once until it works again.
  expect(faults).toEqual([
    'clock',
    'due',
    'mail',
    'sessions',
    'time',
    'reminders',
    'erasures',
    'anchor',
    'backups',
  ]);
});
