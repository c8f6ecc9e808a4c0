import { useCallback } from 'react';
import { useSend } from '../../../ipc/query';
import type { Act, InvitationSubject } from '../acts/act';

/** Print slip asks nothing: it makes a new code and shows it, printed. Started by the press itself, like a resend. */
export function useRenewCode(onAct: (act: Act) => void): (invitation: InvitationSubject) => void {
  const { mutate } = useSend('invitations.renewCode');
  return useCallback(
    (invitation) =>
      mutate(
        { id: invitation.invitationId },
        {
          onSuccess: (renewed) => onAct({ kind: 'slipReady', renewed }),
          onError: (error) => onAct({ kind: 'invitationRefused', act: 'printSlip', invitation, error }),
        },
      ),
    [mutate, onAct],
  );
}
