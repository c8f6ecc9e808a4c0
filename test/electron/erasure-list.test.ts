import { appendFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Erasure } from '../../core/ports';
import { fileErasureList } from '../../electron/platform/erasure-list';
import { tempFolder } from '../support/db';
import { addPerson, startReadyDesk } from './support/desk';

const id = (n: number) => `0199a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const bo: Erasure = { kind: 'user', id: id(1), at: 1_790_000_000_000 };
const invited: Erasure = { kind: 'invitation', id: id(2), at: 1_790_000_000_001 };
const visit: Erasure = { kind: 'visit', id: id(3), at: 1_790_000_000_002 };
const mark = { n: 12, opId: id(90) };

function list() {
  const path = join(tempFolder(), 'atrium.erasures');
  return { path, ...fileErasureList(path) };
}

describe('the list of erasures', () => {
  it('is empty where there is none, and is made with the first', () => {
    const { path, read, mark: marked, append } = list();
    expect([read(), marked()]).toEqual([[], null]);
    append([], null);
    expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined();
    append([bo, invited], mark);
    append([visit], { n: 15, opId: id(91) });
    expect(read()).toEqual([bo, invited, visit]);
    expect(marked()).toEqual({ n: 15, opId: id(91) });
    expect(readFileSync(path, 'utf8').split('\n')[0]).toBe('atrium erasures 1');
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it.each([1, 5, 20, 47])(
    'takes a last line that lost %i bytes for none, and goes on behind the others',
    (lost) => {
      const { path, read, mark: marked, append } = list();
      append([bo], mark);
      const whole = readFileSync(path, 'utf8');
      append([], { n: 99, opId: id(99) });
      truncateSync(path, statSync(path).size - lost);
      expect(read()).toEqual([bo]);
      expect(marked()).toEqual(mark);
      append([visit], { n: 16, opId: id(92) });
      expect(read()).toEqual([bo, visit]);
      expect(readFileSync(path, 'utf8').startsWith(`${whole}visit`)).toBe(true);
    },
  );

  it('leaves lines it doesn’t know as they are, even a file that is none of its own', () => {
    const { path, read, append } = list();
    append([bo], null);
    appendFileSync(path, `badge ${id(4)} 7 front\n`);
    append([visit], null);
    expect(read()).toEqual([bo, visit]);
    expect(readFileSync(path, 'utf8')).toContain('badge');
    writeFileSync(path, 'x'.repeat(5000));
    append([visit], null);
    expect(read()).toEqual([visit]);
    expect(statSync(path).size).toBeGreaterThan(5000);
  });

  it('tells what was noted twice once, by its first moment', () => {
    const { read, append } = list();
    append([bo], mark);
    append([{ ...bo, at: bo.at + 5 }], mark);
    expect(read()).toEqual([bo]);
  });
});

describe('the desk', () => {
  it('notes whom it erased on the tick, and leaves no name in it', async () => {
    const test = await startReadyDesk();
    const bo = await addPerson(test, 'bo@nordlicht.example', 'member');
    await test.ask(test.windowId, 'users.delete', { id: bo.id });
    test.desk.tick();
    const text = readFileSync(test.folder.erasuresFile, 'utf8');
    expect(text).toContain(`user ${bo.id} ${test.clock.now()}`);
    expect(text).not.toMatch(/bo|quist|nordlicht/i);
    expect(test.faults).toEqual([]);
  });
});
