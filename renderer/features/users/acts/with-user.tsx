import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserDetail } from '../../../../core/contract/users';
import { FormDialog } from '../../../components/form-dialog';
import { RefusalAlert } from '../../../components/refusal-alert';
import { useRequest } from '../../../ipc/query';

interface WithUserProps {
  userId: string;
  /** The act, should the person be gone: key of its label. */
  act: 'edit' | 'changeEmail' | 'reactivate' | 'deactivate' | 'delete';
  onClose: () => void;
  children: (user: UserDetail, reload: () => Promise<UserDetail | undefined>) => ReactNode;
}

/** A dialog about a person opens with what is known about them now; that takes milliseconds, so nothing is drawn before. */
export function WithUser({ userId, act, onClose, children }: WithUserProps) {
  const { t } = useTranslation('users');
  // Not from the cache: the version an edit is made from has to be the one of now, also right after one's own edit.
  // Later refetches don't count, else they would close the dialog on what was typed.
  const user = useRequest('users.get', { id: userId }, { staleTime: 0, refetchOnMount: 'always' });
  if (user.data !== undefined && user.isFetchedAfterMount)
    return children(user.data, async () => (await user.refetch()).data);
  if (user.error === null) return null;
  return (
    <FormDialog
      open
      title={t(`acts.${act}`)}
      submitLabel={t('failed.retry')}
      pending={user.isFetching}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        void user.refetch();
      }}
      alert={<RefusalAlert error={user.error} />}
    />
  );
}
