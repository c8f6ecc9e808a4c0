import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { givenInvitation, givenUser } from '../../support/builders';
import { createTestDb } from '../../support/db';
import { testKey } from '../../support/options';

const names = ['Quetzalcoatlina', 'quetzalcoatlina', 'quetza', 'CREATE TABLE', 'SQLite format'];

/** Every byte of the folder: database, write-ahead log, shared memory, key check. */
function everything(folder: string): Buffer {
  return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
}

test('no name, no address and no schema can be read in the files, nor the key', () => {
  const { db, folder } = createTestDb();
  const inviterId = givenUser(db, {
    displayName: 'Quetzalcoatlina Öst',
    email: 'quetzalcoatlina@example.org',
  });
  givenInvitation(db, { inviterId, email: 'quetzalcoatlina.b@example.org' });
  const inLog = everything(folder);
  expect(readdirSync(folder)).toContain('atrium.db-wal');
  db.client.pragma('wal_checkpoint(truncate)');
  const inFile = everything(folder);
  for (const bytes of [inLog, inFile]) {
    for (const name of names) {
      expect(bytes.includes(name)).toBe(false);
      expect(bytes.includes(Buffer.from(name, 'utf16le'))).toBe(false);
    }
    expect(bytes.includes(Buffer.from(testKey))).toBe(false);
    expect(bytes.includes(Buffer.from(testKey).toString('hex'))).toBe(false);
  }
});
