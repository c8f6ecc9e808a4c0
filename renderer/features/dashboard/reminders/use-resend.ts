import { useState } from 'react';
import type { ReadyInvitation } from '../../../../core/contract/invitations';
import type { RequestError } from '../../../ipc/client';
import { useSend } from '../../../ipc/query';

/** An invitation by value: its row leaves the page once it is resent. */
interface Subject {
  id: string;
  email: string;
}

type Outcome =
  | { kind: 'ready'; ready: ReadyInvitation }
  | { kind: 'refused'; invitation: Subject; error: RequestError };

/** Resend Invitation asks nothing: it runs, and what opens is its outcome. */
export function useResend() {
  const { mutate, isPending, variables } = useSend('invitations.resend');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  return {
    outcome,
    /** Whose request runs. */
    pendingId: isPending ? (variables?.id ?? null) : null,
    resend: (invitation: Subject) =>
      mutate(
        { id: invitation.id },
        {
          onSuccess: (ready) => setOutcome({ kind: 'ready', ready }),
          onError: (error) => setOutcome({ kind: 'refused', invitation, error }),
        },
      ),
    close: () => setOutcome(null),
  };
}
