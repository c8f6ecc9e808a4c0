import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createLog } from '../../electron/platform/log';
import { tempFolder } from '../support/db';

const at = Date.UTC(2026, 10, 22, 9);

it('writes what broke and where, without what anybody typed and without the place it runs at', () => {
  const file = join(tempFolder(), 'logs', 'atrium.log');
  const root = join(import.meta.dirname, '..', '..');
  const error = new Error('ada@example.com is no address', {
    cause: new SyntaxError('Unexpected "Ada Lindqvist"'),
  });
  createLog(file, () => at, root).fault('id-1', 'users.create', error);
  const line = readFileSync(file, 'utf8');
  expect(JSON.parse(line)).toMatchObject({
    at: '2026-11-22T09:00:00.000Z',
    fault: 'id-1',
    where: 'users.create',
    name: 'Error',
    cause: { name: 'SyntaxError' },
  });
  expect(line).toContain('log.test.ts');
  expect(line).not.toMatch(/ada|Lindqvist/i);
  expect(line).not.toContain(root);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

it('keeps codes and the messages that are made of code', () => {
  const file = join(tempFolder(), 'atrium.log');
  const log = createLog(file, () => at, '/app');
  log.fault('id-2', 'tick', new TypeError('x is not a function'));
  log.event('database.refused', { why: { code: 'database.newer' } });
  const [fault, event] = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect(fault).toMatchObject({ name: 'TypeError', message: 'x is not a function' });
  expect(event).toMatchObject({ event: 'database.refused', why: { code: 'database.newer' } });
});

it('starts a new file when the old one is full', () => {
  const file = join(tempFolder(), 'atrium.log');
  writeFileSync(file, 'x'.repeat(1024 * 1024 + 1));
  createLog(file, () => at, '/app').event('again');
  expect(statSync(file).size).toBeLessThan(200);
  expect(statSync(`${file}.1`).size).toBeGreaterThan(1024 * 1024);
});

it('never throws', () => {
  const file = join(tempFolder(), 'file');
  writeFileSync(file, '');
  expect(() => createLog(join(file, 'below', 'atrium.log'), () => at, '/app').event('x')).not.toThrow();
});
