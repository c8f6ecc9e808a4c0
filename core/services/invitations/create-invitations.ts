import type { UseCaseDeps } from '../deps';
import { invitationAcceptance } from './accept-invitation';
import { invitationCreation } from './create-invitation';
import { invitationsCreation } from './create-some';
import { invitationLookUp } from './look-up-invitation';
import { invitationPreview } from './preview-invitations';
import { readAddressFile } from './read-list';
import { invitationRemoval } from './remove-invitation';
import { codeRenewal } from './renew-code';
import { invitationResending } from './resend-invitation';
import { savedListNote } from './saved-list';

/** The life of an invitation: one use case per file. Writes `invitation` and `invitation_site`. */
export function createInvitations(deps: UseCaseDeps) {
  return {
    create: invitationCreation(deps),
    resend: invitationResending(deps),
    renewCode: codeRenewal(deps),
    remove: invitationRemoval(deps),
    lookUp: invitationLookUp(deps),
    accept: invitationAcceptance(deps),
    readList: readAddressFile,
    preview: invitationPreview(deps),
    createSome: invitationsCreation(deps),
    noteSavedList: savedListNote(deps),
  };
}
