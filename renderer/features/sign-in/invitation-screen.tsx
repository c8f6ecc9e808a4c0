import { useState } from 'react';
import type { RequestOutput } from '../../../core/contract/index';
import { useEntry } from '../../stores/entry';
import { AcceptForm } from './accept-form';
import { CodeForm } from './code-form';

/** Code or link first, then what it is good for and the new account. */
export function InvitationScreen() {
  const [found, setFound] = useState<FoundInvitation | null>(null);
  const opened = useEntry((entry) => entry.link !== null);
  // A link opened meanwhile is another invitation.
  return found === null || opened ? <CodeForm onFound={setFound} /> : <AcceptForm {...found} />;
}

export interface FoundInvitation {
  secret: string;
  invitation: RequestOutput<'invitations.lookUp'>;
}
