import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../ipc/app-state';
import { errorData, type RequestError } from '../../../ipc/client';
import type { AccessPrefill, Act } from '../acts/act';

interface KnownAddress {
  refusal: RequestError | null;
  /** What was chosen so far, taken along. */
  access: () => AccessPrefill;
  onAct: (act: Act) => void;
  /** Sends the form once more, removing the invitation that is in the way. */
  onRemoveInvitation: (invitationId: string) => void;
}

/** The way on when the address of a new person has an account or an invitation already; else `null`. */
export function useKnownAddress({ refusal, access, onAct, onRemoveInvitation }: KnownAddress): ReactNode {
  const { t } = useTranslation('users');
  const can = useCan();
  const taken = errorData(refusal, 'user.email_taken');
  if (taken !== null && can('user.update')) {
    return <Button onClick={() => onAct({ kind: 'edit', userId: taken.userId })}>{t('acts.edit')}</Button>;
  }
  const inactive = errorData(refusal, 'user.email_inactive');
  if (inactive !== null && can('user.reactivate')) {
    const reactivate = () => onAct({ kind: 'reactivate', userId: inactive.userId, prefill: access() });
    return <Button onClick={reactivate}>{t('acts.reactivate')}</Button>;
  }
  const invited = errorData(refusal, 'user.email_invited');
  if (invited !== null && can('invitation.remove')) {
    return (
      <Button onClick={() => onRemoveInvitation(invited.invitationId)}>{t('add.removeAndCreate')}</Button>
    );
  }
  return null;
}
