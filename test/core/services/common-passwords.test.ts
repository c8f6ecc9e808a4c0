import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseCommonPasswords } from '../../../core/services/credentials/common-passwords';
import { generatePassword } from '../../../core/services/credentials/generate-password';
import { systemRandom } from '../../../core/system';
import { readCommonPasswords } from '../../../electron/platform/common-passwords';
import { tempFolder } from '../../support/db';
import { commonPasswords } from '../../support/options';
import { createDesk, ownPassword, temporaryPassword } from './desk';
import { refused } from './observe';

test.each([
  ['as it is', 'qwertyuiop'],
  ['in capitals', 'QWERTYUIOP'],
  ['with digits behind', 'password2026'],
  ['with signs around', '!!password!!'],
  ['with something common behind', 'password123456789'],
  ['with digits for letters', 'b4sk3tb4ll'],
  ['with signs for letters and more behind', 'P@$$w0rd2026!'],
  ['ending in a digit for a letter', '**superm4n0**'],
  ['with an accent', 'Pässword99'],
  ['in full-width letters', 'ｐａｓｓｗｏｒｄ１２'],
  ['twice', 'monkeymonkey'],
  ['twice, apart', 'Monkey-Monkey'],
  ['one key held down', 'aaaaaaaaaaaa'],
  ['one sign held down', '----------'],
  ['from a German keyboard', 'qwertzuiop'],
  ['from a front desk', 'Empfang2026!'],
])('a common password %s is one: %s', (_how, password) => {
  expect(commonPasswords.has(password)).toBe(true);
});

test.each([
  'quiet lamp at seven',
  'four green umbrellas',
  'my monkey has a password',
  'correct horse battery',
  'h7kq-3mzd-9fxt-bw2r',
  'abcd7263940182',
  'zwölf Segel im Wind',
  '  ...   ,,,,',
  ownPassword,
  temporaryPassword,
])('only a whole password counts: %s', (password) => {
  expect(commonPasswords.has(password)).toBe(false);
});

test('what is generated is never on it', () => {
  const context = { email: '', displayName: '', siteNames: [], organisationName: '' };
  const made = Array.from({ length: 300 }, () =>
    generatePassword({ random: systemRandom, commonPasswords }, context),
  );
  expect(made.filter((password) => commonPasswords.has(password))).toEqual([]);
});

test('the longest password that can be typed takes no time, whatever it is made of', () => {
  const started = performance.now();
  for (const piece of ['-', 'ab', '-a', '1!', '\u00e4']) {
    commonPasswords.has(`${piece.repeat(1000 / piece.length - 1)}x`);
  }
  expect(performance.now() - started).toBeLessThan(500);
});

test('a list with Windows line ends is read like any other', () => {
  expect(parseCommonPasswords('dragonfly1\r\nsunflowers\r\n').has('Sunflowers')).toBe(true);
});

test('without the list no password can be chosen, and the fault names the file', () => {
  const folder = tempFolder();
  expect(() => readCommonPasswords(folder).has('seven quiet ferns')).toThrow(
    join(folder, 'passwords', 'common.txt'),
  );
});

test('it holds wherever a password is chosen', async () => {
  const desk = await createDesk();
  const common = 'P@ssw0rd2026';
  const { users, sessions, invitations } = desk.services;
  const access = { role: 'member' as const, siteIds: [desk.siteId] };
  const person = { email: 'bo@marina.example', displayName: 'Bo Ek', ...access };
  const create = { ...person, password: common, mustChangePassword: true, removeInvitationId: null };
  await refused(() => users.create(desk.admin, create), 'password.common');

  const { id } = await users.create(desk.admin, { ...create, password: temporaryPassword });
  await refused(() => users.resetPassword(desk.admin, { id, password: common }), 'password.common');
  const held = await desk.signIn(person.email, temporaryPassword);
  await refused(() => sessions.choosePassword(held, common), 'password.common');
  const own = await sessions.choosePassword(held, ownPassword);
  await refused(() => sessions.changePassword(own, ownPassword, common), 'password.common');

  users.deactivate(desk.admin, { id });
  await refused(() => users.reactivate(desk.admin, { id, ...access, password: common }), 'password.common');
  const { code } = invitations.create(desk.admin, { ...access, email: 'cleo@marina.example' });
  const accept = { secret: code, displayName: 'Cleo Dahl', password: common };
  await refused(() => invitations.accept(accept), 'password.common');
});
