import { describe, expect, test } from 'vitest';
import { codeAlphabet, formatCode } from '../../../core/domain/code';
import {
  invitationLink,
  invitationMs,
  invitationState,
  parseCode,
  parseLink,
} from '../../../core/domain/invitation';

const expiresAt = Date.UTC(2026, 10, 22, 9);
const open = { expiresAt, acceptedAt: null, removedAt: null };

test('an invitation is expired from the millisecond of its expiry on', () => {
  expect(invitationState(open, expiresAt - 1)).toBe('pending');
  expect(invitationState(open, expiresAt)).toBe('expired');
  expect(invitationState(open, expiresAt + 1)).toBe('expired');
});

test('what was accepted stays accepted, what was removed stays removed', () => {
  expect(invitationState({ ...open, acceptedAt: 1 }, expiresAt + 1)).toBe('accepted');
  expect(invitationState({ ...open, removedAt: 1 }, 0)).toBe('removed');
  expect(invitationState({ ...open, acceptedAt: 1, removedAt: 2 }, 0)).toBe('removed');
});

test('seven days are 168 hours, also over a change of the clocks', () => {
  expect(invitationMs).toBe(168 * 60 * 60 * 1000);
});

describe('a code', () => {
  const code = '7K3QM0ZD4XWB';
  test('is shown in groups and read back however it is typed', () => {
    expect(formatCode(code)).toBe('7K3Q-M0ZD-4XWB');
    for (const typed of [
      formatCode(code),
      code.toLowerCase(),
      ' 7k3q m0zd\t4xwb ',
      '7K3Q–M0ZD—4XWB',
      '7K3QMOZD4XWB',
    ]) {
      expect(parseCode(typed)).toBe(code);
    }
    expect(parseCode('il0o-0000-0000')).toBe('110000000000');
  });
  test.each(['', '7K3Q-M0ZD-4XW', '7K3Q-M0ZD-4XWBB', '7K3Q-M0ZD-4XWU', '7K3Q-M0ZD-4XW!'])(
    'is not %j',
    (typed) => {
      expect(parseCode(typed)).toBeNull();
    },
  );
  test('has no letter that is mistaken for another', () => {
    expect(codeAlphabet).toHaveLength(32);
    expect(codeAlphabet).not.toMatch(/[ILOU]/);
  });
});

describe('a link', () => {
  const token = 'AbCdEfGhIjKlMnOpQrStUv-_';
  test('gives its token back, also with blanks around and a slash behind it', () => {
    for (const typed of [invitationLink(token), ` ${invitationLink(token)}\n`, `${invitationLink(token)}/`]) {
      expect(parseLink(typed)).toBe(token);
    }
    expect(parseLink(invitationLink(token).replace('atrium-desk', 'ATRIUM-Desk'))).toBe(token);
  });
  test.each([
    token,
    `https://example.org/${token}`,
    invitationLink('short'),
    invitationLink(`${token}?x=1`),
    invitationLink('a'.repeat(129)),
    invitationLink('../../../../../../../etc'),
  ])('is not %s', (typed) => expect(parseLink(typed)).toBeNull());
});
