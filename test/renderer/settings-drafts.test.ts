import { expect, test } from 'vitest';
import { differing, merged, withheldFrom } from '../../renderer/features/settings/merge';

const saved = { name: 'Nordhaus', roleModel: 'three', visitRetentionDays: '365' };

test('a field put back to what is saved is no change', () => {
  expect(differing({ ...saved, name: 'Nord' }, saved)).toEqual(['name']);
  expect(differing({ ...saved }, saved)).toEqual([]);
});

test('what somebody else saved comes in under what was typed', () => {
  const typed = { ...saved, visitRetentionDays: '90' };
  const theirs = { ...saved, name: 'Nordhaus Verlag', visitRetentionDays: '30' };
  expect(merged(saved, typed, theirs)).toEqual({
    name: 'Nordhaus Verlag',
    roleModel: 'three',
    visitRetentionDays: '90',
  });
});

test('a password is left out of what is kept', () => {
  const typed = { host: 'smtp.nordhaus.example', password: 'secret' };
  expect(withheldFrom(typed, ['password'])).toEqual({ host: 'smtp.nordhaus.example', password: '' });
});
