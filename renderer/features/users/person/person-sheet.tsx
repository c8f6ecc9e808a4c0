import { useEffect } from 'react';
import type { ListRow } from '../../../../core/contract/users';
import { RefusalAlert } from '../../../components/refusal-alert';
import { RowsSkeleton } from '../../../components/rows-skeleton';
import { errorData } from '../../../ipc/client';
import { useRequest } from '../../../ipc/query';
import type { Act } from '../acts/act';
import { FactList } from './fact-list';
import { InvitationMail } from './invitation-mail';
import { SheetFrame } from './sheet-frame';
import { useInvitationFacts } from './use-facts';
import { useInvitation } from './use-invitation';
import { UserContent } from './user-content';

interface PersonSheetProps {
  /** The row it was opened from. */
  row: ListRow;
  /** Takes the focus: opened by keyboard. */
  focused: boolean;
  onClose: () => void;
  onAct: (act: Act) => void;
}

/** Somebody's details beside the list, which stays in view. */
export function PersonSheet(props: PersonSheetProps) {
  return props.row.kind === 'user' ? <UserSheet {...props} /> : <InvitationSheet {...props} />;
}

function UserSheet({ row, ...frame }: PersonSheetProps) {
  const { data: user, error } = useRequest('users.get', { id: row.id });
  const { onClose } = frame;
  const gone = user !== undefined && errorData(error, 'user.not_found') !== null;

  // Deleted, or out of reach by now, while it was open: nothing is left to say.
  useEffect(() => {
    if (gone) onClose();
  }, [gone, onClose]);

  if (user === undefined) {
    return (
      <SheetFrame {...frame} subject={row} withActs={false}>
        {error === null ? <RowsSkeleton rows={5} /> : <RefusalAlert error={error} />}
      </SheetFrame>
    );
  }
  return (
    <SheetFrame {...frame} subject={{ ...user, kind: 'user' }} withActs>
      <UserContent key={user.id} user={user} />
    </SheetFrame>
  );
}

function InvitationSheet({ row, ...frame }: PersonSheetProps) {
  const invitation = useInvitation(row);
  const facts = useInvitationFacts();
  // Gone from the list: nothing is left to say about it.
  if (invitation === null) return null;
  return (
    <SheetFrame {...frame} subject={invitation} withActs>
      <FactList facts={facts(invitation)} />
      <InvitationMail invitationId={invitation.id} subject={invitation} />
    </SheetFrame>
  );
}
