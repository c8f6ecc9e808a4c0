import type { ListRow } from '../../../../core/contract/users';
import { RefusalAlert } from '../../../components/refusal-alert';
import { RowsSkeleton } from '../../../components/rows-skeleton';
import { useRequest } from '../../../ipc/query';
import type { Act } from '../acts/act';
import { SheetFrame } from './sheet-frame';
import { useInvitationFacts, useUserFacts } from './use-facts';
import { useInvitation } from './use-invitation';

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
  const facts = useUserFacts();
  if (error !== null && user === undefined) {
    return (
      <SheetFrame {...frame} subject={row} facts={[]} withActs={false}>
        <RefusalAlert error={error} />
      </SheetFrame>
    );
  }
  if (user === undefined) {
    return (
      <SheetFrame {...frame} subject={row} facts={[]} withActs={false}>
        <RowsSkeleton rows={5} />
      </SheetFrame>
    );
  }
  return <SheetFrame {...frame} subject={{ ...user, kind: 'user' }} facts={facts(user)} withActs />;
}

function InvitationSheet({ row, ...frame }: PersonSheetProps) {
  const invitation = useInvitation(row);
  const facts = useInvitationFacts();
  // Gone from the list: nothing is left to say about it.
  if (invitation === null) return null;
  return <SheetFrame {...frame} subject={invitation} facts={facts(invitation)} withActs />;
}
