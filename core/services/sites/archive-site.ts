import { siteScope } from '../../access/scope';
import type { ParsedInput } from '../../contract';
import type { Tx } from '../../db/types';
import { AppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import {
  type InvitationFacts,
  liveInvitationsOfSite,
  setInvitationSites,
  sitesOfInvitation,
} from '../invitations/invitation-rows';
import { withdrawInvitation } from '../invitations/withdraw-invitation';
import { auditedSites } from '../users/assignment';
import { setUserSites, sitesOfUser } from '../users/user-sites';
import { isLastOpen, peopleOf } from './archive-effects';
import { requireOpenSite, type SiteRef } from './site-rows';

type Deps = Pick<UseCaseDeps, 'db' | 'directory' | 'outbox' | 'announce'>;
type Input = ParsedInput<'sites.archive'>;

/**
 * Closes a site. People who have no other move to `moveTo`, those who have lose this one; live invitations to it move
 * there too or are removed: all in one transaction, so that nobody is ever assigned to a closed site.
 * Errors: `site.not_found`, `site.archived`, `site.changed_meanwhile`, `site.last_open`, `site.only_site_of`,
 * `site.has_invitations`.
 */
export function siteArchiving(deps: Deps) {
  const { db, directory, announce } = deps;
  return (actor: Actor, input: Input): Record<string, never> =>
    db.write(actor.userId, (tx) => {
      requireEntitled(tx, actor, 'site.archive');
      const scope = siteScope(actor.role, actor.siteIds);
      const site = requireOpenSite(tx, scope, input.id);
      if (site.version !== input.version) throw new AppError('site.changed_meanwhile', { name: site.name });
      if (isLastOpen(tx, site.id)) throw new AppError('site.last_open', { name: site.name });
      const target = input.moveTo === null ? null : requireOpenSite(tx, scope, input.moveTo);
      if (target?.id === site.id) throw new AppError('site.not_found');

      const moved = movePeople(tx, site, target);
      const invitations = clearInvitations(tx, site, target, input.invitations);
      tx.update('site', site.id, { archivedAt: tx.now });
      tx.audit({
        action: 'site.archive',
        subject: { type: 'site', id: site.id },
        siteId: site.id,
        data: {
          name: site.name,
          archived: { before: false, after: true },
          movedTo: target?.name ?? null,
          peopleMoved: moved,
          invitations: input.invitations,
          invitationsTouched: invitations,
        },
      });
      directory.refreshSite(tx, site.id);
      tx.afterCommit(() => {
        announce({ kind: 'sites' });
        announce({ kind: 'directory' });
      });
      return {};
    });

  /** Answers how many moved. */
  function movePeople(tx: Tx, site: SiteRef, target: SiteRef | null): number {
    const stranded = new Set(peopleOf(tx, site.id, { onlySite: true }).map((person) => person.userId));
    if (stranded.size > 0 && target === null) {
      throw new AppError('site.only_site_of', { name: site.name, people: stranded.size });
    }
    for (const { userId } of peopleOf(tx, site.id, { onlySite: false })) {
      const before = sitesOfUser(tx, userId);
      const rest = before.filter((held) => held.id !== site.id);
      const after = target !== null && stranded.has(userId) ? [target] : rest;
      setUserSites(
        tx,
        userId,
        after.map((held) => held.id),
      );
      tx.audit({
        action: 'user.update',
        subject: { type: 'user', id: userId },
        data: { sites: { before: auditedSites(before), after: auditedSites(after) }, by: 'site.archive' },
      });
      directory.refreshUser(tx, userId);
    }
    return stranded.size;
  }

  /** Answers how many moved or were removed. */
  function clearInvitations(
    tx: Tx,
    site: SiteRef,
    target: SiteRef | null,
    way: Input['invitations'],
  ): number {
    const live = liveInvitationsOfSite(tx, site.id);
    if (live.length === 0) return 0;
    if (way === null || (way === 'move' && target === null)) {
      throw new AppError('site.has_invitations', { name: site.name, invitations: live.length });
    }
    for (const invitation of live) {
      if (way === 'remove' || target === null) withdrawInvitation(tx, deps, invitation, 'site_archived');
      else moveInvitation(tx, invitation, site, target);
    }
    return live.length;
  }

  function moveInvitation(tx: Tx, { id }: InvitationFacts, site: SiteRef, target: SiteRef): void {
    const before = sitesOfInvitation(tx, id);
    const rest = before.filter((named) => named.id !== site.id && named.id !== target.id);
    const after = [...rest, target];
    setInvitationSites(
      tx,
      id,
      after.map((named) => named.id),
    );
    tx.audit({
      action: 'invitation.update',
      subject: { type: 'invitation', id },
      data: { sites: { before: auditedSites(before), after: auditedSites(after) }, by: 'site.archive' },
    });
    directory.refreshInvitation(tx, id);
  }
}
