import type { UserDetail } from '../../../../core/contract/users';
import { isWithinReach } from '../acts/row-acts';
import { useRights } from '../acts/use-rights';
import { EndDateForm } from './end-date-form';
import { FactList } from './fact-list';
import { History } from './history';
import { InvitationMail } from './invitation-mail';
import { SessionList } from './session-list';
import { useUserFacts } from './use-facts';

/** What is known about an account and what happened to it, as far as the reader may know. */
export function UserContent({ user }: { user: UserDetail }) {
  const rights = useRights();
  const { can } = rights;
  const active = user.status === 'active';
  const setsEndDate = can('user.setEndDate') && active && user.id !== rights.ownId;
  const listsSessions = can('session.list') && active;
  const facts = useUserFacts({ withEndDate: !setsEndDate, withSessions: !listsSessions });
  return (
    <>
      <FactList facts={facts(user)} />
      {user.reactivation !== null && (
        <InvitationMail invitationId={user.reactivation.invitationId} subject={user} />
      )}
      {setsEndDate && <EndDateForm user={user} />}
      {listsSessions && <SessionList user={user} />}
      {can('user.history') && isWithinReach(user, rights) && (
        <History userId={user.id} name={user.displayName} />
      )}
    </>
  );
}
