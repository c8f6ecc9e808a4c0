import { z } from 'zod';

export const invitationPath = '/invitation';

const accepted = z.object({ accepted: z.object({ email: z.string() }) });

/** What the invitation's last step hands to the sign-in screen, as the history entry's state. */
export function handAccepted(email: string): z.infer<typeof accepted> {
  return { accepted: { email } };
}

/** History state is `unknown` by nature: other places put other things there. */
export function acceptedFrom(state: unknown): { email: string } | null {
  const read = accepted.safeParse(state);
  return read.success ? read.data.accepted : null;
}
