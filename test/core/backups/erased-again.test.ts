import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { erasuresIn } from '../../../core/services/erasure/erased';
import { tempFolder } from '../../support/db';
import { createDesk, type Desk } from '../services/desk';
import { invite } from '../services/mailing';
import { auditOf, countOf } from '../services/observe';
import { visitOf } from '../services/visiting';
import { backUp, opened, restore, restoredAt } from './restoring';

const needles = ['Quirin Nadelöhr', 'quirin@nadeloehr.example', 'ines@nadeloehr.example', 'Vera Nadelöhr'];

/** A desk with a backup from when three people were still there, who are erased since. */
async function erasedSince() {
  const desk = await createDesk();
  const quirin = await desk.person({ displayName: 'Quirin Nadelöhr', email: 'quirin@nadeloehr.example' });
  const ines = invite(desk, 'ines@nadeloehr.example');
  const visit = visitOf(desk, { visitorName: 'Vera Nadelöhr' });
  desk.services.visits.cancel(desk.admin, { id: visit });
  const backup = backUp(desk.db, join(tempFolder(), 'one.atrium-backup'));
  expect(found(desk.db.client.serialize())).toEqual(needles);
  desk.services.users.delete(desk.admin, { id: quirin });
  desk.services.invitations.remove(desk.admin, { id: ines.id });
  return { desk, backup, visit };
}

/** Which of them a file still holds, decrypted, free pages and all. */
function found(bytes: Buffer): string[] {
  return needles.filter((needle) => bytes.includes(needle));
}

describe('erased people stay erased', () => {
  it('by what the database says that is left behind', async () => {
    const { desk, backup } = await erasedSince();
    desk.db.close();
    const prepared = restore(dirname(desk.db.path), backup);
    expect(prepared.erasedAgain).toMatchObject({ users: 1, invitations: 1, kept: [] });
    const db = opened(dirname(desk.db.path));
    expect(found(db.client.serialize())).toEqual(['Vera Nadelöhr']);
    expect(auditOf(db, 'erasure.reapply')).toHaveLength(1);
    expect(countOf(db, 'directory_entry')).toBe(1);
    db.close();
  });

  it('by the list outside of all backups, where that database can’t be read any more', async () => {
    const { desk, backup, visit } = await erasedSince();
    const erasures = [...erasuresIn(desk.db), { kind: 'visit' as const, id: visit, at: restoredAt }];
    const folder = tempFolder();
    restore(folder, backup, { current: null, erasures });
    const db = opened(folder);
    expect(found(db.client.serialize())).toEqual([]);
    db.close();
  });

  it('though whose backup it is knows nothing of a list: then they are back, as they were', async () => {
    const { backup } = await erasedSince();
    const folder = tempFolder();
    restore(folder, backup, { current: null });
    const db = opened(folder);
    expect(found(db.client.serialize())).toEqual(needles);
    db.close();
  });
});

it('the last administrator of then is kept, though erased since: else nobody could sign in', async () => {
  const desk: Desk = await createDesk();
  const backup = backUp(desk.db, join(tempFolder(), 'one.atrium-backup'));
  const other = await desk.actor({ role: 'tenant_admin' });
  desk.services.users.delete(other, { id: desk.admin.userId });
  desk.db.close();
  const prepared = restore(dirname(desk.db.path), backup);
  expect(prepared.erasedAgain.kept).toEqual([{ id: desk.admin.userId, displayName: 'Ada Lindqvist' }]);
});
