import { z } from 'zod';
import { email, id, language, name, newPassword, nothing, role, siteIds, timestamp } from './fields';
import { delivery } from './mail';
import { open, route, sees, writes } from './route';

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

/** The two secrets as the dialog shows them, handed back for a mail that leaves by another way than the outbox. */
const shownSecrets = z.strictObject({ link: invitationSecret, code: invitationSecret, language });

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
   * A new code for a slip of paper; the link stays good, the code before is dead, also in a mail that is still queued. Errors:
   * `invitation.accepted`, `invitation.not_found`, `invitation.expired` (to be resent), `user.beyond_delegation`.
   */
  'invitations.renewCode': route(
    writes('invitation.resend'),
    z.strictObject({ id }),
    z.strictObject({ id, email: z.string(), code: z.string(), expiresAt: timestamp }),
  ),
  /** How its mail stands; `null`: none was written. Error: `invitation.not_found`. */
  'invitations.delivery': route(
    sees('user.list'),
    z.strictObject({ id }),
    z.strictObject({ mail: delivery.nullable() }),
  ),
  /** Tries its queued or failed mail again now. Errors: `invitation.not_found`, `mail.not_set_up`, `mail.gone` (no secrets left: resend). */
  'invitations.sendNow': route(writes('invitation.resend'), z.strictObject({ id }), nothing),
  /** Saves the mail as an `.eml` file; `savedTo: null`: the person left the dialog. Errors: `invitation.dead`, `file.not_saved`. */
  'invitations.saveMail': route(
    sees('invitation.create'),
    shownSecrets,
    z.strictObject({ savedTo: z.string().nullable() }),
  ),
  /** Opens the mail in the computer's own mail program (mailto:). Errors: `invitation.dead`, `mail.no_program`. */
  'invitations.openMail': route(sees('invitation.create'), shownSecrets, nothing),
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
