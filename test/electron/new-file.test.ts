import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createNewFile } from '../../electron/window/new-file';
import { tempFolder } from '../support/db';

it('has its name once it is whole, for its owner alone', async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'Activity.csv.part'), 'left by a kill', { mode: 0o644 });
  const file = await createNewFile(join(folder, 'Activity'), 'csv');
  await file.write('a');
  await file.write('é');
  expect(existsSync(join(folder, 'Activity.csv'))).toBe(false);
  const path = await file.finish();
  expect(path).toBe(join(folder, 'Activity.csv'));
  expect(readFileSync(path, 'utf8')).toBe('aé');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['Activity.csv']);
});

it('that is thrown away leaves nothing, and what was there stays', async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'old.json'), 'old');
  const file = await createNewFile(join(folder, 'old.json'), 'json');
  await file.write('new');
  await file.discard();
  expect(readFileSync(join(folder, 'old.json'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['old.json']);
});
