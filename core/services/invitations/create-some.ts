import type { ParsedInput, RequestOutput } from '../../contract';
import type { ReadyInvitation } from '../../contract/invitations';
import type { DecidedLine, DoneLine } from '../../contract/many-invitations';
import type { Tx } from '../../db/types';
import { AppError } from '../../errors/app-error';
import type { ErrorCode } from '../../errors/catalogue';
import type { Actor } from '../actor';
import { isRuleDenial } from '../audit-log/rule-denials';
import type { UseCaseDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import type { Assignment } from '../users/assignment';
import { requireEmail } from '../users/user-rows';
import { requireInviting } from './create-invitation';
import { type Inviter, type MakingDeps, makeInvitation } from './make-invitation';
import { renewInvitation } from './renew-invitation';

type Deps = Pick<UseCaseDeps, 'db' | 'random' | 'directory' | 'outbox' | 'announce' | 'licence'>;

/**
 * Some lines of a list, each as it was decided, in one transaction: short enough for the app to go on working between two
 * of them. A line that is refused leaves no trace but the denied attempt, and the others stand.
 * Errors of all: as `requireInviting`. Of a line: as `makeInvitation` and `renewInvitation`, `email.invalid`, and
 * `invitation.changed_meanwhile`.
 */
export function invitationsCreation(deps: Deps) {
  const { db, announce, licence } = deps;
  return (
    actor: Actor,
    input: ParsedInput<'invitations.createSome'>,
  ): RequestOutput<'invitations.createSome'> =>
    db.write(actor.userId, (tx) => {
      const { inviter, assignment } = requireInviting(tx, licence, actor, input);
      const meter = licence.seatMeter(tx, input.lines.length);
      // Seats are counted once for all lines, and counted down.
      const requireSeat: typeof licence.requireSeat = (_tx, ...uses) => meter.take(...uses);
      const parts = { ...deps, licence: { ...licence, requireSeat } };
      const lines = input.lines.map((line) => attempted(tx, parts, inviter, assignment, line));
      auditDenials(tx, inviter, lines);
      tx.afterCommit(() => announce({ kind: 'directory' }));
      return { lines };
    });
}

function attempted(
  tx: Tx,
  deps: MakingDeps,
  inviter: Inviter,
  assignment: Assignment,
  line: DecidedLine,
): DoneLine {
  try {
    return { ok: true, ready: tx.attempt(() => act(tx, deps, inviter, assignment, line)) };
  } catch (error) {
    // A fault takes all lines back: nobody could say what stands of this one.
    if (!(error instanceof AppError)) throw error;
    return { ok: false, error: error.toWire() };
  }
}

function act(
  tx: Tx,
  deps: MakingDeps,
  inviter: Inviter,
  assignment: Assignment,
  line: DecidedLine,
): ReadyInvitation {
  if (line.act === 'resend') {
    const entitled = requireEntitled(tx, inviter.actor, 'invitation.resend');
    return renewInvitation(tx, deps, { ...inviter, entitled }, line.invitationId);
  }
  const ready = makeInvitation(tx, deps, inviter, assignment, requireEmail(line.email));
  // Bringing somebody back is another decision than inviting a stranger.
  if (ready.reactivation !== line.reactivation) throw new AppError('invitation.changed_meanwhile');
  return ready;
}

/** What the router notes for a request that is refused is noted here for its lines, once per reason. */
function auditDenials(tx: Tx, { entitled }: Inviter, lines: readonly DoneLine[]): void {
  const outside = entitled.scope.kind === 'sites';
  const denied = new Map<ErrorCode, number>();
  for (const line of lines) {
    if (line.ok) continue;
    const { code } = line.error;
    // To who reaches some sites only, what lies outside isn't there.
    if (isRuleDenial(code) || (outside && code === 'invitation.not_found'))
      denied.set(code, (denied.get(code) ?? 0) + 1);
  }
  for (const [reason, count] of denied) {
    const data = { route: 'invitations.createSome', reason, lines: count };
    tx.audit({ action: 'access.denied', outcome: 'denied', data });
  }
}
