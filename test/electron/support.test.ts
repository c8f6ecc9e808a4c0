import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { Report } from '../../core/doctor/report';
import { tempFolder } from '../support/db';
import { addPerson, admin, startReadyDesk } from './support/desk';

it('an administrator saves what the doctor finds, from within: nothing personal, the owner’s alone, with an entry', async () => {
  const test = await startReadyDesk();
  await addPerson(test, 'bo@nordlicht.example', 'member');
  const path = join(tempFolder(), 'bundle.json.gz');
  // Over a file that others could read.
  writeFileSync(path, 'old', { mode: 0o644 });
  test.windows.asked.file = path;

  const answer = await test.ask(test.windowId, 'support.save', {});
  expect(answer.value).toEqual({ savedTo: path, wrong: 0 });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const text = gunzipSync(readFileSync(path)).toString();
  const report = JSON.parse(text) as Report;
  expect(report).toMatchObject({
    key: { kind: 'test', readable: true },
    database: { state: 'open', integrity: [], audit: { problem: null, anchor: 'kept' }, rows: { user: 2 } },
  });
  for (const needle of ['Ada Berg', 'nordlicht', 'Nordlicht', 'Hafen', '@', admin.password, test.path])
    expect(text).not.toContain(needle);

  const asked = {
    filter: {
      actorId: null,
      subjectId: null,
      topic: 'settings' as const,
      siteId: null,
      from: null,
      before: null,
      text: '',
    },
    after: null,
    limit: 5,
  };
  const { entries } = (await test.ask(test.windowId, 'audit.page', asked)).value;
  expect(entries.filter(({ action }) => action === 'support.save')).toHaveLength(1);
});

it('what is wrong is counted', async () => {
  const test = await startReadyDesk();
  test.windows.asked.file = join(tempFolder(), 'bundle.json.gz');
  chmodSync(join(test.path, 'atrium.key-check'), 0o644);
  expect((await test.ask(test.windowId, 'support.save', {})).value.wrong).toBe(1);
});

it('a place that can’t be written to is said, and who leaves the dialog has saved nothing', async () => {
  const test = await startReadyDesk();
  const path = join(tempFolder(), 'nowhere', 'bundle.json.gz');
  test.windows.asked.file = path;
  expect((await test.ask(test.windowId, 'support.save', {})).error.code).toBe('file.not_saved');
  expect(existsSync(path)).toBe(false);
  test.windows.asked.file = null;
  expect((await test.ask(test.windowId, 'support.save', {})).value).toEqual({ savedTo: null, wrong: 0 });
});
