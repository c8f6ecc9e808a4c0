import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitRow } from '../../../core/contract/visits';
import type { RequestError } from '../../ipc/client';
import { useSend } from '../../ipc/query';
import { notify } from '../../stores/notifications';

/** What the buttons in the rows do, and what was refused. */
export function useVisitActs() {
  const { t } = useTranslation('visits');
  const [refusal, setRefusal] = useState<RequestError | null>(null);
  const [cancelling, setCancelling] = useState<VisitRow | null>(null);
  const { mutate: sendIn, ...checkingIn } = useSend('visits.checkIn', { onError: setRefusal });
  const { mutate: sendOut, ...checkingOut } = useSend('visits.checkOut', { onError: setRefusal });

  const checkIn = ({ id, visitorName }: VisitRow): void => {
    setRefusal(null);
    sendIn({ id }, { onSuccess: () => notify(t('checkIn.done', { visitor: visitorName })) });
  };
  const checkOut = ({ id, visitorName }: VisitRow): void => {
    setRefusal(null);
    sendOut({ id }, { onSuccess: () => notify(t('checkOut.done', { visitor: visitorName })) });
  };

  return {
    checkIn,
    checkOut,
    cancel: (visit: VisitRow): void => {
      setRefusal(null);
      setCancelling(visit);
    },
    /** The visit that is asked about. */
    cancelling,
    closeCancelling: () => setCancelling(null),
    /** Id of the visit whose own request runs. */
    pendingId:
      (checkingIn.isPending ? checkingIn.variables?.id : undefined) ??
      (checkingOut.isPending ? checkingOut.variables?.id : undefined) ??
      null,
    refusal,
    forget: () => setRefusal(null),
  };
}

export type VisitActs = ReturnType<typeof useVisitActs>;
