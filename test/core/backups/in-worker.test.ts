import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { inWorker } from '../../../core/background/in-worker';
import { checkBackup } from '../../../core/backups/read-backup';
import { testKey } from '../../support/options';
import { backedUpDesk } from './support';

const loader = new URL('../../support/ts-loader.mjs', import.meta.url).href;
const background = inWorker(fileURLToPath(new URL('../../../core/background/worker.ts', import.meta.url)), {
  execArgv: ['--import', loader],
});

test('a backup is made in a thread of its own, which says what it does', async () => {
  const desk = backedUpDesk();
  const stages: string[] = [];
  const made = await background('makeBackup', desk.order(), (stage) => stages.push(stage));
  expect(stages).toEqual(['copying', 'checking']);
  expect(checkBackup(made.path, testKey)).toEqual(made);
  const folders = [desk.backups.path, join(desk.folder, 'none')];
  expect(await background('listBackups', { folders, key: testKey })).toEqual([made]);
});

test('refusals keep their code and data, faults their words', async () => {
  const desk = backedUpDesk();
  const folder = { path: join(desk.folder, 'stick'), own: false };
  await expect(background('makeBackup', desk.order({ folder }))).rejects.toThrow(
    expect.objectContaining({ code: 'backup.folder_missing', data: { folder: folder.path } }),
  );
  await expect(background('checkBackup', { path: '', key: Buffer.alloc(1) })).rejects.toThrow(
    expect.objectContaining({ code: 'backup.gone' }),
  );
});
