import { useCallback, useMemo, useState } from 'react';
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
  const checkingIn = useSend('visits.checkIn', { onError: setRefusal });
  const checkingOut = useSend('visits.checkOut', { onError: setRefusal });
  const { mutate: sendIn } = checkingIn;
  const { mutate: sendOut } = checkingOut;

  /** The same object for the life of the page, so that rows aren't painted for its sake. */
  const row = useMemo(
    () => ({
      checkIn: ({ id, visitorName: visitor }: VisitRow): void => {
        setRefusal(null);
        sendIn({ id }, { onSuccess: () => notify(t('checkIn.done', { visitor })) });
      },
      checkOut: ({ id, visitorName: visitor }: VisitRow): void => {
        setRefusal(null);
        sendOut({ id }, { onSuccess: () => notify(t('checkOut.done', { visitor })) });
      },
      cancel: (visit: VisitRow): void => {
        setRefusal(null);
        setCancelling(visit);
      },
    }),
    [t, sendIn, sendOut],
  );

  return {
    row,
    /** Id of the visit whose own request runs. */
    pendingId:
      (checkingIn.isPending ? checkingIn.variables.id : null) ??
      (checkingOut.isPending ? checkingOut.variables.id : null),
    /** The visit that is asked about. */
    cancelling,
    closeCancelling: () => setCancelling(null),
    refusal,
    forget: useCallback(() => setRefusal(null), []),
  };
}

export type VisitActs = ReturnType<typeof useVisitActs>;
