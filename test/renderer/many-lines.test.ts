import { expect, test } from 'vitest';
import type { ReadyInvitation } from '../../core/contract/invitations';
import type { DoneLine, PreviewLine } from '../../core/contract/many-invitations';
import {
  type Checked,
  cameTo,
  inOrder,
  isCorrectable,
  sorted,
  tally,
  together,
} from '../../renderer/features/users/many/lines';

const id = '01900000-0000-7000-8000-000000000000';
const resend: Omit<PreviewLine & { outcome: 'resend' }, 'expired'> = {
  outcome: 'resend',
  invitationId: id,
  email: 'c@x.example',
  role: 'site_admin',
  siteNames: ['North'],
  differs: true,
};
const lines: PreviewLine[] = [
  { outcome: 'new' },
  { outcome: 'invalid', problem: 'at_sign' },
  { ...resend, expired: false },
  { ...resend, expired: true },
  { outcome: 'reactivation', email: 'e@x.example', displayName: 'Eve' },
  { outcome: 'duplicate', of: 0 },
  { outcome: 'alreadyActive', userId: id, email: 'g@x.example', displayName: 'Gil' },
];
const checked: Checked = {
  access: { role: 'member', siteIds: [id] },
  siteNames: ['Harbour'],
  addresses: ['a@x.example', 'b', 'c@x.example', 'd@x.example', 'e@x.example', 'A@x.example', 'g@x.example'],
  lines,
  seats: null,
};
const invitation = (email: string, code = '', of = id): ReadyInvitation => ({
  ...{ id: of, email, role: 'member', siteNames: ['Harbour'] },
  ...{ link: '', code, expiresAt: 0, reactivation: false },
});
const ready = (email: string): DoneLine => ({ ok: true, ready: invitation(email) });

test('each line is decided by its outcome; an open invitation is left alone when the person says so', () => {
  expect(sorted(checked, true).send.map(({ number, line }) => [number, line])).toEqual([
    [1, { act: 'invite', email: 'a@x.example', reactivation: false }],
    [3, { act: 'resend', invitationId: id }],
    [4, { act: 'invite', email: 'd@x.example', reactivation: false }],
    [5, { act: 'invite', email: 'e@x.example', reactivation: true }],
  ]);
  const { send, leave } = sorted(checked, false);
  expect(send.map(({ number }) => number)).toEqual([1, 4, 5]);
  expect(tally(inOrder([...send, ...leave]))).toEqual([
    { outcome: 'new', count: 1 },
    { outcome: 'resend', count: 1 },
    { outcome: 'reactivation', count: 1 },
    { outcome: 'skipped', count: 1 },
    { outcome: 'alreadyActive', count: 1 },
    { outcome: 'duplicate', count: 1 },
    { outcome: 'invalid', count: 1 },
  ]);
});

test('the report: what was made is handed over, and what can be put right stays in the list', () => {
  const { send, leave } = sorted(checked, true);
  const refused: DoneLine = { ok: false, error: { code: 'invitation.changed_meanwhile', data: {} } };
  const came = cameTo(send, [ready('a@x.example'), ready('c@x.example'), refused]);
  expect(came.made.map(({ email }) => email)).toEqual(['a@x.example', 'c@x.example']);
  const stays = inOrder([...leave, ...came.leave]).filter(isCorrectable);
  expect(stays.map(({ typed, fate }) => [typed, fate.outcome])).toEqual([
    ['b', 'invalid'],
    ['d@x.example', 'refused'],
    ['e@x.example', 'untried'],
  ]);
});

test('of one sent twice only the last code is kept', () => {
  const made = (code: string, of: string) => invitation('', code, of);
  const kept = together([made('first', 'a'), made('other', 'b')], [made('second', 'a')]);
  expect(kept.map(({ code }) => code)).toEqual(['other', 'second']);
});
