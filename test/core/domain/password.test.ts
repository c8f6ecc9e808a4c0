import { expect, test } from 'vitest';
import { normalisePassword, passwordProblem } from '../../../core/domain/password';

const context = {
  email: 'ada.lindqvist@nordlicht.example',
  displayName: 'Ada Løvstad',
  siteNames: ['Haus Süd'],
  organisationName: 'Nordlicht Kliniken',
};

test('ten characters are enough, whatever they are, and a thousand are the most', () => {
  expect(passwordProblem('aaaaaaaaaa')).toBeNull();
  expect(passwordProblem('          ')).toBeNull();
  expect(passwordProblem('🙂'.repeat(10))).toBeNull();
  expect(passwordProblem('x'.repeat(1000))).toBeNull();
  expect(passwordProblem('x'.repeat(9))).toEqual({ code: 'password.too_short', data: { minimum: 10 } });
  expect(passwordProblem('x'.repeat(1001))).toEqual({ code: 'password.too_long', data: { maximum: 1000 } });
});

test('characters are counted after composing, so a letter and its accent are one', () => {
  expect(passwordProblem('a\u0308'.repeat(9))).toMatchObject({ code: 'password.too_short' });
  expect(normalisePassword('a\u0308')).toBe('\u00E4');
  expect(normalisePassword(' x ')).toBe(' x ');
});

test.each(['my-LINDQVIST-1', 'nordlicht2026', 'xx lovstad xx', 'kliniken-klinik', 'haus und hof 1'])(
  '%s holds a word of the person or the place',
  (password) =>
    expect(passwordProblem(password, context)).toMatchObject({ code: 'password.contains_context' }),
);

test('short words and the top-level domain are no reason', () => {
  expect(passwordProblem('ada example sud', context)).toBeNull();
});

test('what a name is made of besides letters forbids nothing', () => {
  const marks = '\u0301\u0302\u0303\u0304';
  expect(passwordProblem('seven quiet ferns', { ...context, displayName: marks })).toBeNull();
});
