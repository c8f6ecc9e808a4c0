import { z } from 'zod';

export const invitationPath = '/invitation';
export const recoveryPath = '/recovery';

/** What led to the sign-in screen: an accepted invitation, or a recovery code that was used. */
const entered = z.object({
  entered: z.object({ email: z.string(), by: z.enum(['invitation', 'recovery']) }),
});
export type Entered = z.infer<typeof entered>['entered'];

/** What the last step hands to the sign-in screen, as the history entry's state. */
export function handOver(by: Entered['by'], email: string): z.infer<typeof entered> {
  return { entered: { email, by } };
}

/** History state is `unknown` by nature: other places put other things there. */
export function enteredFrom(state: unknown): Entered | null {
  const read = entered.safeParse(state);
  return read.success ? read.data.entered : null;
}
