import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { saveFile } from '../../electron/window/save-file';
import { refused } from '../core/services/observe';
import { tempFolder } from '../support/db';
import { startReadyDesk } from './support/desk';
import { lookInto } from './support/look-into';

const row = {
  email: '=a@x.example',
  link: 'atrium-desk://invitation/x',
  code: '7K3Q-M0ZD-4XWB',
  validUntil: 'tomorrow',
};
const columns = { email: 'E-Mail', link: 'Link', code: 'Code', validUntil: 'Valid until' };

test('a file is written where the person says, readable by its owner only', async () => {
  const file = join(tempFolder(), 'list');
  const asked: string[] = [];
  const ask = async (suggestion: string) => {
    asked.push(suggestion);
    return file;
  };
  const wanted = { title: 'Guests: 3/4', extension: 'csv', content: () => 'a,b' } as const;
  expect(await saveFile(ask, wanted)).toBe(`${file}.csv`);
  expect(asked).toEqual(['Guests 3 4.csv']);
  expect(readFileSync(`${file}.csv`, 'utf8')).toBe('a,b');
  expect(statSync(`${file}.csv`).mode & 0o777).toBe(0o600);
});

test('nothing is made of a dialog that was left, and a folder that is gone is said so', async () => {
  const content = () => {
    throw new Error('made all the same');
  };
  expect(await saveFile(async () => null, { title: 'x', extension: 'csv', content })).toBeNull();
  const nowhere = async () => join(tempFolder(), 'gone', 'list.csv');
  await refused(
    () => saveFile(nowhere, { title: 'x', extension: 'csv', content: () => '' }),
    'file.not_saved',
  );
});

test('links and codes are saved as a guarded CSV, and that they were is in the audit log', async () => {
  const desk = await startReadyDesk();
  const answer = await desk.ask(desk.windowId, 'invitations.saveList', {
    title: 'Invitations',
    columns,
    invitations: [row],
  });
  expect(answer.value).toEqual({ savedTo: 'Invitations.csv' });
  expect(desk.windows.asked.saved).toEqual([
    '\uFEFF"E-Mail","Link","Code","Valid until"\r\n' +
      '"\'=a@x.example","atrium-desk://invitation/x","7K3Q-M0ZD-4XWB","tomorrow"\r\n',
  ]);
  const tables = await lookInto(desk.path);
  expect(JSON.stringify(tables.rows())).not.toContain(row.code);
  tables.close();
});

test('a list may be larger than other requests, and not larger than it says', async () => {
  const desk = await startReadyDesk();
  const siteIds = [desk.siteId];
  const ask = (letters: number) =>
    desk.ask(desk.windowId, 'invitations.preview', {
      role: 'member',
      siteIds,
      addresses: Array.from({ length: 1500 }, (_, n) => `${n}${'x'.repeat(letters)}`),
    });
  expect((await ask(300)).ok).toBe(true);
  expect((await ask(390)).ok).toBe(true);
  const text = 'x'.repeat(5 * 1024 * 1024);
  const over = await desk.ask(desk.windowId, 'invitations.readList', { text });
  expect(over.error).toEqual({ code: 'request.too_large', data: { limitBytes: 4 * 1024 * 1024 } });
});
