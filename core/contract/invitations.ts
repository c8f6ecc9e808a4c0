import { z } from 'zod';
import { email, id, name, newPassword, nothing, role, siteIds, timestamp } from './fields';
import { open, route, writes } from './route';

/** Shown once: the two secrets of an invitation. Stored as hashes only. */
export const readyInvitation = z.strictObject({
  id,
  email: z.string(),
  link: z.string(),
  /** As shown and typed: `7K3Q-M0ZD-4XWB`. */
  code: z.string(),
  expiresAt: timestamp,
  reactivation: z.boolean(),
});
export type ReadyInvitation = z.infer<typeof readyInvitation>;

/** A typed code or a pasted link. */
export const invitationSecret = z.string().min(1, 'required').max(500);

export const invitationsContract = {
  /**
   * Errors: `invitation.email_active`, `invitation.already_pending` (offer Resend), `user.address_unavailable`, `role.*`,
   * `site.*`.
   * An expired invitation to the address is replaced; an inactive person gets a reactivation.
   */
  'invitations.create': route(
    writes('invitation.create'),
    z.strictObject({ email, role, siteIds }),
    readyInvitation,
  ),
  /** New link and code, 7 more days. Errors: `invitation.accepted`, `invitation.not_found`. */
  'invitations.resend': route(writes('invitation.resend'), z.strictObject({ id }), readyInvitation),
  /** For good. Errors: `invitation.accepted`, `invitation.not_found`. */
  'invitations.remove': route(writes('invitation.remove'), z.strictObject({ id }), nothing),
  /**
   * What the holder of a code or link is invited to. Errors: `invitation.dead`, `invitation.wait`; only who holds a right
   * secret learns of `invitation.expired` and `invitation.accepted`.
   */
  'invitations.lookUp': route(
    open,
    z.strictObject({ secret: invitationSecret }),
    z.strictObject({
      organisationName: z.string(),
      email: z.string(),
      role,
      siteNames: z.array(z.string()),
      /** The name the account had, when this brings somebody back. */
      displayName: z.string().nullable(),
      expiresAt: timestamp,
    }),
  ),
  /** One transaction re-checks everything, then creates or restores. Errors: `invitation.*`, `password.*`, `role.*`. */
  'invitations.accept': route(
    open,
    z.strictObject({ secret: invitationSecret, displayName: name, password: newPassword }),
    z.strictObject({ email: z.string() }),
  ),
};
