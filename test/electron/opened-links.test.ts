import { expect, test } from 'vitest';
import { createOpenedLinks, linkAmong } from '../../electron/window/opened-links';

const token = 'q'.repeat(32);
const link = `atrium-desk://invitation/${token}`;

test.each([
  ['as the only argument', [link], link],
  [
    'among switches, in the system’s spelling',
    ['app', '--lang=en', `Atrium-Desk://Invitation/${token}/`],
    link,
  ],
  ['of another kind', ['atrium-desk://settings/wipe'], null],
  ['too short to be one of ours', ['atrium-desk://invitation/abc'], null],
  ['with something behind it', [`${link}?then=more`], null],
  ['not there', ['app', '.'], null],
])('a link %s', (_case, argv, found) => {
  expect(linkAmong(argv)).toBe(found);
});

function links(signedIn: number[]) {
  const open = [1, 2];
  const told: number[] = [];
  const focused: number[] = [];
  const made = createOpenedLinks({
    windowIds: () => open,
    open: () => open.push(open.length + 1),
    isSignedIn: (windowId) => signedIn.includes(windowId),
    focus: (windowId) => focused.push(windowId),
    send: (windowId) => told.push(windowId),
  });
  return { ...made, told, focused };
}

test('goes to a window where nobody is signed in, and is given once', () => {
  const { offer, take, told, focused } = links([1]);
  offer(link);
  expect([told, focused]).toEqual([[2], [2]]);
  expect(take(1)).toBeNull();
  expect(take(2)).toBe(link);
  expect(take(2)).toBeNull();
});

test('opens a window when everybody is at work, and is forgotten with it', () => {
  const { offer, take, closed, told } = links([1, 2]);
  offer(link);
  expect(told).toEqual([3]);
  closed(3);
  expect(take(3)).toBeNull();
});
