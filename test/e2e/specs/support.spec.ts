import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '../fixtures';
import { expectAccessibleInLightAndDark } from '../support/accessible';
import { ada } from '../support/nordhaus';

test('Ada saves a file for who helps her, and nobody is named in it', async ({ desk, users }, info) => {
  const settings = await (await users.shell()).openSettings();
  await settings.open('Security');
  const file = info.outputPath('help.json.gz');
  await desk.savesSheetsAs(file);
  await users.page.getByRole('button', { name: 'Save support bundle', exact: true }).click();
  await expect(users.page.getByRole('status').filter({ hasText: `Saved as ${file}` })).toBeVisible();
  await expectAccessibleInLightAndDark(users.page);

  expect(statSync(file).mode & 0o777).toBe(0o600);
  const text = gunzipSync(readFileSync(file)).toString();
  expect(JSON.parse(text)).toMatchObject({ database: { state: 'open', integrity: [], rows: { user: 3 } } });
  expect(text).not.toContain('"severity": "wrong"');
  for (const needle of [ada.displayName, ada.email, 'nordhaus', desk.dataFolder])
    expect(text).not.toContain(needle);
});
