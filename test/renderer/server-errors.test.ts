import { expect, test, vi } from 'vitest';
import { applyServerErrors } from '../../renderer/forms/server-errors';
import { RequestError } from '../../renderer/ipc/client';

interface Fields {
  email: string;
  siteIds: string[];
}

function given() {
  const setError = vi.fn();
  return { setError, getValues: (() => ({ email: '', siteIds: [] })) as never };
}
const text = () => 'in words';

test('an error that belongs to a field stands at the field, in words', () => {
  const form = given();
  const error = new RequestError({ code: 'user.email_taken', data: { userId: '1', email: 'a@b.example' } });
  expect(applyServerErrors<Fields>(form, error, { 'user.email_taken': 'email' }, text)).toBe(true);
  expect(form.setError).toHaveBeenCalledWith(
    'email',
    { type: 'server', message: 'in words' },
    expect.anything(),
  );
});

test('an error that belongs to no field is left to the form', () => {
  const form = given();
  const error = new RequestError({ code: 'user.last_admin', data: { name: 'Ada' } });
  expect(applyServerErrors<Fields>(form, error, {}, text)).toBe(false);
  expect(form.setError).not.toHaveBeenCalled();
});

test('rules that main found broken stand at their fields, the first one with the focus', () => {
  const form = given();
  const fields = [
    { path: 'email', rule: 'email.at_sign' },
    { path: 'siteIds.0', rule: 'id' },
  ];
  const error = new RequestError({ code: 'request.malformed', data: { fields } });
  expect(applyServerErrors<Fields>(form, error, {}, text)).toBe(true);
  expect(form.setError.mock.calls.map(([name, , options]) => [name, options.shouldFocus])).toEqual([
    ['email', true],
    ['siteIds', false],
  ]);
});

test('a broken rule of something that is no field is not hidden', () => {
  const form = given();
  const fields = [{ path: 'version', rule: 'invalid' }];
  const error = new RequestError({ code: 'request.malformed', data: { fields } });
  expect(applyServerErrors<Fields>(form, error, {}, text)).toBe(false);
});
