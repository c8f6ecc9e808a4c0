import { copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headerSize, readHeader, writeHeader } from '../../../core/backups/copy/header';
import { makeCopy } from '../../../core/backups/copy/make-copy';
import { openCopy } from '../../../core/backups/copy/open-copy';
import { readBackup } from '../../../core/backups/read-backup';
import { isAppError } from '../../../core/errors/app-error';
import { systemRandom } from '../../../core/system';
import { testKey } from '../../support/options';
import { backedUpDesk } from './support';

const passphrase = 'fünf stille farne am fenster';
const refusal = (code: string) => expect.objectContaining({ code });

function copied() {
  const desk = backedUpDesk();
  const path = join(desk.folder, 'elsewhere.atrium-copy');
  const taken = join(desk.folder, 'taken.db');
  const { databasePath } = desk.order();
  const copy = (words = passphrase) =>
    makeCopy({ databasePath, key: testKey, passphrase: words, path }, systemRandom);
  return { desk, path, taken, copy };
}

test('a copy opens with its passphrase alone, under a key of its own', async () => {
  const { desk, path, taken, copy } = copied();
  const made = await copy();
  expect(made).toMatchObject({
    size: statSync(path).size,
    facts: { organisation: 'Nordlicht Kliniken', people: 2 },
  });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(desk.folder).filter((name) => name.includes('.part'))).toEqual([]);
  // Typed where the keyboard makes two characters of an ü.
  const key = await openCopy(path, passphrase.normalize('NFD'), taken);
  expect(Buffer.from(key).equals(Buffer.from(testKey))).toBe(false);
  expect(readBackup(taken, key)).toMatchObject({ state: 'readable', facts: made.facts });
  expect(readBackup(taken, testKey)).toMatchObject({ state: 'otherKey' });
});

test('nothing in it can be read', async () => {
  const { path, copy } = copied();
  await copy();
  const bytes = readFileSync(path);
  for (const needle of ['Quetzal', 'SQLite format', passphrase, Buffer.from(testKey)])
    expect(bytes.includes(needle)).toBe(false);
});

test('a wrong passphrase is told as such, and leaves nothing', async () => {
  const { desk, path, taken, copy } = copied();
  await copy();
  await expect(openCopy(path, 'five quiet ferns', taken)).rejects.toThrow(refusal('backup.passphrase_wrong'));
  expect(readdirSync(desk.folder)).not.toContain('taken.db');
});

test('a copy that is cut off, changed, or none is told as such', async () => {
  const { desk, path, taken, copy } = copied();
  const { size } = await copy();
  const whole = readFileSync(path);
  const changed = join(desk.folder, 'changed.atrium-copy');
  const opening = (bytes: Uint8Array) => {
    writeFileSync(changed, bytes);
    return expect(openCopy(changed, passphrase, taken)).rejects;
  };
  await opening(whole.subarray(0, size - 1)).toThrow(refusal('backup.copy_damaged'));
  await opening(whole.subarray(0, 100)).toThrow(refusal('backup.copy_damaged'));
  await opening(Buffer.from('PK, a workbook')).toThrow(refusal('backup.not_a_copy'));
  const flipped = Buffer.from(whole);
  flipped[headerSize + 9000] = (flipped[headerSize + 9000] ?? 0) ^ 1;
  await opening(flipped).toThrow(refusal('backup.copy_damaged'));
  const newer = Buffer.from(whole);
  newer.writeUInt32BE(2, 16);
  await opening(newer).toThrow(refusal('backup.copy_newer'));
  // Somebody who makes the sum fit still can't change what the key vouches for.
  const header = readHeader(whole);
  const cheaper = writeHeader({ ...header, cost: { ...header.cost, passes: 1 } });
  await opening(Buffer.concat([cheaper, whole.subarray(headerSize)])).toThrow(
    refusal('backup.passphrase_wrong'),
  );
  await expect(openCopy(join(desk.folder, 'gone'), passphrase, taken)).rejects.toThrow(
    refusal('backup.gone'),
  );
  expect(readdirSync(desk.folder)).not.toContain('taken.db');
});

test('whatever stands in a file, its header is read or refused', () => {
  const good = writeHeader({
    cost: { memory: 65_536, passes: 3, lanes: 1 },
    salt: Buffer.alloc(16, 1),
    nonce: Buffer.alloc(12, 2),
    bodySize: 4096,
    wrappedKey: Buffer.alloc(48, 3),
  });
  expect(writeHeader(readHeader(good)).equals(good)).toBe(true);
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc
      .tuple(fc.uint8Array({ minLength: 1, maxLength: 20 }), fc.integer({ min: 0, max: headerSize - 1 }))
      .map(([bytes, start]) => {
        const changed = Buffer.from(good);
        changed.set(bytes.subarray(0, headerSize - start), start);
        return changed;
      }),
    fc.integer({ min: 0, max: headerSize - 1 }).map((length) => good.subarray(0, length)),
  );
  fc.assert(
    fc.property(anything, (bytes) => {
      try {
        readHeader(bytes);
      } catch (error) {
        if (!isAppError(error)) throw error;
        expect(['backup.not_a_copy', 'backup.copy_newer', 'backup.copy_damaged']).toContain(error.code);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a header that asks for all the memory there is gets none', () => {
  const greedy = writeHeader({
    cost: { memory: 4_000_000, passes: 3, lanes: 1 },
    salt: Buffer.alloc(16),
    nonce: Buffer.alloc(12),
    bodySize: 4096,
    wrappedKey: Buffer.alloc(48),
  });
  expect(() => readHeader(greedy)).toThrow(refusal('backup.copy_damaged'));
});

test('a copy that is there stays until the new one is whole', async () => {
  const { desk, path, copy } = copied();
  writeFileSync(path, 'what was there');
  const { databasePath } = desk.order();
  await expect(
    makeCopy({ databasePath: `${databasePath}.gone`, key: testKey, passphrase, path }, systemRandom),
  ).rejects.toThrow(refusal('database.unreadable'));
  expect(readFileSync(path, 'utf8')).toBe('what was there');
  await copy();
  copyFileSync(path, `${path}.2`);
  expect(statSync(path).size).toBeGreaterThan(100_000);
});
