import type { RequestOutput } from '../../../../core/contract/index';
import type { ReadyInvitation } from '../../../../core/contract/invitations';
import type { DecidedLine, DoneLine, PreviewLine } from '../../../../core/contract/many-invitations';
import type { WireError } from '../../../../core/errors/catalogue';
import type { AccessValues } from '../dialogs/access-form';

/** A list as main looked at it, with what was chosen for it. */
export interface Checked {
  access: AccessValues;
  /** Of the chosen sites. */
  siteNames: readonly string[];
  addresses: readonly string[];
  lines: readonly PreviewLine[];
  seats: RequestOutput<'invitations.preview'>['seats'];
}

/** What became of a line, or will: by the preview, by the person's choice, or by the act. */
export type Fate =
  | PreviewLine
  | { outcome: 'skipped' }
  | { outcome: 'refused'; error: WireError }
  /** The act was stopped before it. */
  | { outcome: 'untried' };

export interface Line {
  /** From 1, as the person counts. */
  number: number;
  typed: string;
  fate: Fate;
}

/** A line that is to be sent. */
export interface Decided extends Line {
  fate: PreviewLine;
  line: DecidedLine;
}

/** What is done about a line; `null`: nothing. */
function decision(preview: PreviewLine, typed: string): DecidedLine | null {
  switch (preview.outcome) {
    case 'new':
      return { act: 'invite', email: typed, reactivation: false };
    case 'reactivation':
      return { act: 'invite', email: typed, reactivation: true };
    case 'resend':
      return preview.expired
        ? { act: 'invite', email: typed, reactivation: false }
        : { act: 'resend', invitationId: preview.invitationId };
    default:
      return null;
  }
}

/** Its link and code would be replaced: worth a choice. */
export function isPending(fate: Fate): boolean {
  return fate.outcome === 'resend' && !fate.expired;
}

/** The lines in their order: those to be sent, and those left out with why. */
export function sorted({ lines, addresses }: Checked, resend: boolean): { send: Decided[]; leave: Line[] } {
  const send: Decided[] = [];
  const leave: Line[] = [];
  for (const [index, preview] of lines.entries()) {
    const typed = addresses[index] ?? '';
    const number = index + 1;
    const line = decision(preview, typed);
    if (line === null) leave.push({ number, typed, fate: preview });
    else if (!resend && isPending(preview)) leave.push({ number, typed, fate: { outcome: 'skipped' } });
    else send.push({ number, typed, fate: preview, line });
  }
  return { send, leave };
}

/** What came of the lines that were sent, as far as it got. */
export function cameTo(
  send: readonly Decided[],
  done: readonly DoneLine[],
): { made: ReadyInvitation[]; leave: Line[] } {
  const made: ReadyInvitation[] = [];
  const leave: Line[] = [];
  for (const [index, { number, typed }] of send.entries()) {
    const came = done[index];
    if (came === undefined) leave.push({ number, typed, fate: { outcome: 'untried' } });
    else if (!came.ok) leave.push({ number, typed, fate: { outcome: 'refused', error: came.error } });
    else made.push(came.ready);
  }
  return { made, leave };
}

/** What was made before and now; of one sent twice the code of before is dead. */
export function together(
  before: readonly ReadyInvitation[],
  now: readonly ReadyInvitation[],
): ReadyInvitation[] {
  const again = new Set(now.map(({ id }) => id));
  return [...before.filter(({ id }) => !again.has(id)), ...now];
}

/** Whether the person may do something about it: the line stays in the list. */
export function isCorrectable({ fate }: Line): boolean {
  return !['alreadyActive', 'duplicate', 'skipped'].includes(fate.outcome);
}

export function inOrder(lines: readonly Line[]): Line[] {
  return [...lines].sort((a, b) => a.number - b.number);
}

/** How many lines share each outcome, in the order they are told in. */
export function tally(lines: readonly Line[]): { outcome: Fate['outcome']; count: number }[] {
  return outcomes.flatMap((outcome) => {
    const count = lines.filter(({ fate }) => fate.outcome === outcome).length;
    return count === 0 ? [] : [{ outcome, count }];
  });
}

const outcomes: readonly Fate['outcome'][] = [
  'new',
  'resend',
  'reactivation',
  'skipped',
  'alreadyActive',
  'duplicate',
  'invalid',
  'noSeat',
  'unavailable',
  'refused',
  'untried',
];
