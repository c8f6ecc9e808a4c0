import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { compareBackup } from '../../../core/backups/restore/compare-backup';
import { tempFolder } from '../../support/db';
import { createDesk, type Desk, day } from '../services/desk';
import { invite, sendVia } from '../services/mailing';
import { refused } from '../services/observe';
import { visitOf } from '../services/visiting';
import { backUp, inputFor } from './restoring';

const backupOf = (desk: Desk) => backUp(desk.db, join(tempFolder(), 'one.atrium-backup'));

/** With the desk open, as it is when somebody looks. */
function compare(desk: Desk, backup: string, given: Parameters<typeof inputFor>[2] = {}) {
  return compareBackup(inputFor(desk.db.path, backup, { now: desk.clock.now(), ...given }));
}

it('a backup of the same moment changes nothing', async () => {
  const desk = await createDesk();
  await desk.person();
  const preview = compare(desk, backupOf(desk));
  expect(preview).toMatchObject({
    organisation: 'Marina Group',
    earlierVersion: false,
    entriesLeft: 0,
    people: { now: 2, restored: 2 },
    sites: { now: 1, restored: 1 },
    gone: { total: 0 },
    revived: { total: 0 },
    changed: { total: 0, named: [] },
    licence: { now: null, restored: null },
  });
  expect(existsSync(join(dirname(desk.db.path), 'restoring'))).toBe(false);
});

it('tells whom it takes away, whom it brings back to life, and who will be what they were', async () => {
  const desk = await createDesk();
  const bo = await desk.person({ email: 'bo@marina.example', displayName: 'Bo Ek' });
  const eva = await desk.person({ email: 'eva@marina.example', displayName: 'Eva Ny' });
  const backup = backupOf(desk);
  desk.clock.advance(1000);
  await desk.person({ email: 'late@marina.example', displayName: 'Lea Spät' });
  desk.services.users.deactivate(desk.admin, { id: bo });
  const { version } = desk.services.users.get(desk.admin, { id: eva });
  const pier = desk.site('Pier');
  const changes = { displayName: 'Eva Ny', role: 'site_admin' as const, siteIds: [pier], applyNow: false };
  await desk.services.users.update(desk.admin, { id: eva, version, ...changes, currentPassword: null });
  const preview = compare(desk, backup);
  expect(preview.gone).toEqual({ total: 1, named: [{ name: 'Lea Spät', email: 'late@marina.example' }] });
  expect(preview.revived).toEqual({ total: 1, named: [{ name: 'Bo Ek', email: 'bo@marina.example' }] });
  expect(preview.changed).toEqual({
    total: 1,
    named: [
      {
        name: 'Eva Ny',
        email: 'eva@marina.example',
        now: { status: 'active', role: 'site_admin', sites: ['Pier'] },
        restored: { status: 'active', role: 'member', sites: ['Harbour House'] },
      },
    ],
  });
  expect(preview).toMatchObject({
    people: { now: 4, restored: 3 },
    sites: { now: 2, restored: 1 },
    nowAt: desk.clock.now(),
    backupAt: desk.clock.now() - 1000,
  });
  expect(preview.entriesLeft).toBeGreaterThanOrEqual(4);
});

it('tells what is erased again, which mails stay, and whose links end', async () => {
  const desk = await createDesk();
  sendVia(desk, { port: 1 });
  const gone = await desk.person({ email: 'gone@marina.example' });
  invite(desk, 'open@guests.example');
  const removed = invite(desk, 'removed@guests.example');
  visitOf(desk);
  const backup = backupOf(desk);
  desk.services.users.delete(desk.admin, { id: gone });
  desk.services.invitations.remove(desk.admin, { id: removed.id });
  const preview = compare(desk, backup);
  expect(preview.erasedAgain).toEqual({ people: 1, invitations: 1, visits: 0 });
  // Nobody is shown who is erased.
  expect(preview.people).toEqual({ now: 1, restored: 1 });
  expect(JSON.stringify(preview)).not.toContain('gone@');
  expect(preview).toMatchObject({ mailsStopped: 2, invitationsVoided: 2, visits: { now: 1, restored: 1 } });
});

it('of a desk that can’t be read only what will be there is told', async () => {
  const desk = await createDesk();
  const backup = backupOf(desk);
  const preview = compareBackup(
    inputFor(join(tempFolder(), 'atrium.db'), backup, { current: null, now: day }),
  );
  expect(preview).toMatchObject({ nowAt: null, people: { now: null, restored: 1 }, gone: { total: 0 } });
});

it('a backup under another key tells nothing, and leaves nothing', async () => {
  const desk = await createDesk();
  const backup = backupOf(desk);
  const other = { path: backup, key: Buffer.alloc(32, 9) };
  await refused(() => compare(desk, backup, { backup: other }), 'backup.other_key');
  expect(existsSync(join(dirname(desk.db.path), 'restoring'))).toBe(false);
});
