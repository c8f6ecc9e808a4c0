import { expect, test } from 'vitest';
import type { Database } from '../../core/db/types';
import { createDesk } from '../core/services/desk';
import { behindTheBack } from '../support/tamper';
import { problemsOf } from './whole';

async function givenDesk(): Promise<Database> {
  const desk = await createDesk();
  await desk.person({ email: 'bo@marina.example' });
  desk.services.invitations.create(desk.admin, {
    email: 'cid@guests.example',
    role: 'member',
    siteIds: [desk.siteId],
  });
  return desk.db;
}

test('a desk that nothing happened to is whole', async () => {
  expect(await problemsOf(await givenDesk())).toEqual([]);
});

test.each<{ what: string; sql: string; says: RegExp }>([
  {
    what: 'a row that was written without its journal',
    sql: `update user set display_name = 'Eve' where email = 'bo@marina.example'`,
    says: /user .*: display_name is Eve, its operations say Bo 1/,
  },
  {
    what: 'a row that is gone',
    sql: 'delete from user_site',
    says: /user_site .* is gone/,
  },
  {
    what: 'an act that isn’t in the audit log',
    sql: `delete from audit_event where action = 'invitation.create'`,
    says: /transaction .* has no audit entry/,
  },
  {
    what: 'an entry that was altered',
    sql: `update audit_event set action = 'user.delete' where action = 'user.create' and n > 2`,
    says: /audit chain: .*altered/,
  },
  {
    what: 'a Users page that doesn’t follow',
    sql: `update directory_entry set status_rank = 1 where email = 'bo@marina.example'`,
    says: /^directory 0: /,
  },
  {
    what: 'a count that doesn’t follow',
    sql: `update directory_count set entries = entries + 1 where site_set = '*'`,
    says: /^directory 3: /,
  },
  {
    what: 'somebody the search doesn’t find',
    sql: 'delete from directory_recent',
    says: /^directory 4: /,
  },
])('$what shows', async ({ sql, says }) => {
  const db = await givenDesk();
  behindTheBack(db, sql);
  expect((await problemsOf(db)).join('\n')).toMatch(new RegExp(says.source, 'm'));
});
