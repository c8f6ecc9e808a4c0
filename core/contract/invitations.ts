import { z } from 'zod';
import { email, id, language, name, newPassword, nothing, role, siteIds, timestamp } from './fields';
import { delivery } from './mail';
import { open, route, sees, writes } from './route';
import { siteRef } from './users';

/** What an invitation says of itself on a slip of paper. */
const offer = {
  id,
  email: z.string(),
  role,
  /** Empty for a role that has them all. */
  siteNames: z.array(z.string()),
  expiresAt: timestamp,
};

/** Shown once: the two secrets of an invitation. Stored as hashes only. */
export const readyInvitation = z.strictObject({
  ...offer,
  link: z.string(),
  /** As shown and typed: `7K3Q-M0ZD-4XWB`. */
  code: z.string(),
  reactivation: z.boolean(),
});
export type ReadyInvitation = z.infer<typeof readyInvitation>;

/** A typed code or a pasted link. */
export const invitationSecret = z.string().min(1, 'required').max(500);

/** The two secrets as the dialog shows them, handed back for a mail that leaves by another way than the outbox. */
const shownSecrets = z.strictObject({ link: invitationSecret, code: invitationSecret, language });

/** One week by the local calendar: how many invitations were sent in it, and how they stand now. Removed ones don't count. */
export const invitationWeek = z.strictObject({
  /** Monday, local midnight. */
  startsAt: timestamp,
  accepted: z.number().int().min(0),
  pending: z.number().int().min(0),
  expired: z.number().int().min(0),
});
export type InvitationWeek = z.infer<typeof invitationWeek>;

/** A pending invitation that expires within 24 hours. */
export const expiringInvitation = z.strictObject({
  id,
  email: z.string(),
  /** Set when it brings back somebody who was here. */
  displayName: z.string().nullable(),
  role,
  /** Sites the reader may see; empty for Tenant-Admins. */
  sites: z.array(siteRef),
  /** Sites outside the reader's own. */
  otherSites: z.number().int().min(0),
  expiresAt: timestamp,
  /** Whether the reader may resend it. */
  resendable: z.boolean(),
});
export type ExpiringInvitation = z.infer<typeof expiringInvitation>;

export const invitationsContract = {
  /** The last twelve weeks, the current one last. Within the reader's sites, as the cards. */
  'invitations.overTime': route(
    sees('user.list'),
    nothing,
    z.strictObject({
      weeks: z.array(invitationWeek),
      /** When the current week ends: from then on the answer is another. */
      endsAt: timestamp,
    }),
  ),
  /** Those the reader sees in the list, soonest first: the first fifty, and how many there are. */
  'invitations.expiring': route(
    sees('user.list'),
    nothing,
    z.strictObject({ rows: z.array(expiringInvitation), total: z.number().int().min(0) }),
  ),
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
    z.strictObject({ ...offer, code: z.string() }),
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
