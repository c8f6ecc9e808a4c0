import { asc, count, type SQL } from 'drizzle-orm';
import type { RequestOutput } from '../../contract';
import { invitation, user } from '../../db/schema';
import type { UseCaseDeps } from '../deps';
import { twoRolesObstacles } from './two-roles-obstacles';

/** Names enough to begin with; the counts are whole. */
const most = 20;

/** Who has to be changed before Two roles can be chosen. A Site-Admin of several sites is in both lists. */
export function twoRolesForecast({ db }: Pick<UseCaseDeps, 'db'>) {
  return (): RequestOutput<'organisation.twoRolesPreview'> => {
    const { siteAdmins, atManySites, invitations } = twoRolesObstacles(db);
    return {
      siteAdmins: people(siteAdmins),
      siteAdminCount: countPeople(siteAdmins),
      manySites: people(atManySites),
      manySitesCount: countPeople(atManySites),
      invitations: invited(invitations),
      invitationCount: db.orm.select({ n: count() }).from(invitation).where(invitations).get()?.n ?? 0,
    };
  };

  function people(which: SQL | undefined): { id: string; name: string }[] {
    return db.orm
      .select({ id: user.id, name: user.displayName })
      .from(user)
      .where(which)
      .orderBy(asc(user.displayName), asc(user.id))
      .limit(most)
      .all();
  }

  function countPeople(which: SQL | undefined): number {
    return db.orm.select({ n: count() }).from(user).where(which).get()?.n ?? 0;
  }

  function invited(which: SQL | undefined): { id: string; email: string }[] {
    return db.orm
      .select({ id: invitation.id, email: invitation.email })
      .from(invitation)
      .where(which)
      .orderBy(asc(invitation.emailKey), asc(invitation.id))
      .limit(most)
      .all()
      .flatMap(({ id, email }) => (email === null ? [] : { id, email }));
  }
}
