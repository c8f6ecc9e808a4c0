import { useCallback } from 'react';
import { useSend } from '../../../ipc/query';
import type { Act, InvitationSubject } from '../acts/act';

/**
 * Resend Invitation asks nothing: it runs, and shows the new link and code. It is started by the press itself, not
 * by a component that appears, so that it can't run twice.
 */
export function useResendInvitation(onAct: (act: Act) => void): (invitation: InvitationSubject) => void {
  const { mutate } = useSend('invitations.resend');
  return useCallback(
    (invitation) =>
      mutate(
        { id: invitation.invitationId },
        {
          onSuccess: (ready) => onAct({ kind: 'invitationReady', ready }),
          onError: (error) => onAct({ kind: 'invitationRefused', act: 'resend', invitation, error }),
        },
      ),
    [mutate, onAct],
  );
}
