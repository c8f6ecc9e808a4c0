import { expect, it } from 'vitest';
import { createQuitting } from '../../electron/quitting';

/** An app without windows that works on a file until `end` is called. */
function workingApp() {
  const done: string[] = [];
  const open: number[] = [];
  let end = () => {};
  let work: Promise<void> | null = new Promise((resolve) => {
    end = () => {
      work = null;
      resolve();
    };
  });
  const event = { preventDefault: () => done.push('waits') };
  const quitting = createQuitting({
    desk: { finish: () => work, close: () => done.push('closed') },
    windowIds: () => open,
    quit: () => {
      done.push('quits');
      quitting.willQuit(event);
    },
  });
  return { done, open, quitting, event, end: () => end() };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

it('waits for what is under way, and ends then', async () => {
  const { done, quitting, event, end } = workingApp();
  quitting.willQuit(event);
  await soon();
  expect(done).toEqual(['waits']);
  expect(quitting.parting()).toBe(true);
  end();
  await soon();
  expect(done).toEqual(['waits', 'quits', 'closed']);
});

it('started again meanwhile, it goes on, and can be quit later', async () => {
  const { done, open, quitting, event, end } = workingApp();
  quitting.willQuit(event);
  open.push(1);
  end();
  await soon();
  expect(done).toEqual(['waits']);
  expect(quitting.parting()).toBe(false);
  open.pop();
  quitting.willQuit(event);
  expect(done).toEqual(['waits', 'closed']);
});

it('asked a second time it doesn’t wait', () => {
  const { done, quitting, event } = workingApp();
  quitting.willQuit(event);
  quitting.willQuit(event);
  expect(done).toEqual(['waits', 'closed']);
});
