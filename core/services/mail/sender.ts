import { invitationState } from '../../domain/invitation';
import type { MailConnection, MailPorts } from '../../ports';
import type { ServiceDeps } from '../deps';
import { readInvitation } from '../invitations/invitation-rows';
import { requireOrganisation } from '../organisation/organisation-rows';
import { invitationLetter } from './letters';
import { MailFailure } from './mail-failure';
import { type DueMessage, nextDue, parseSecrets } from './message-rows';
import { createOutcomes } from './outcomes';
import { markHandedOver } from './queue';
import { serverOf } from './server-of';
import { type MailSettings, readMailSettings } from './settings-rows';

/**
 * How long the server may be silent, ms. RFC 5321 §4.5.3.2.6 grants it ten minutes for its answer to a whole mail: who gives up
 * earlier and sends it again doubles it.
 */
const patienceMs = 10 * 60_000;

export interface Sender {
  /** Sends what is due, one mail after another; a run under way is joined. Throws what nobody expected, with the mail put off. */
  run(): Promise<void>;
  /** Whether a run is under way. */
  running(): boolean;
  /** Cuts off what is under way; nothing is sent or written from now on. */
  stop(): void;
}

type Deps = Pick<ServiceDeps, 'db' | 'clock' | 'announce'> &
  MailPorts & {
    /** What an earlier run left behind. */
    settleInterrupted: () => void;
  };

interface Line {
  connection: MailConnection;
  settings: MailSettings;
}

/** Thrown into a connection when a mail isn't wanted any more, or the app is leaving. */
class Unwanted extends Error {}

/** One sender per desk. What may happen when, and why nothing gets lost or doubled: docs/decisions/0006. */
export function createSender(deps: Deps): Sender {
  const { db, clock, transport, vault, templates } = deps;
  const outcomes = createOutcomes(deps);
  let current: Promise<void> | null = null;
  let line: Line | null = null;
  let stopped = false;
  /** What waits for the server is recalled once it answers again; what waited in an earlier run of the app too. */
  let serverWasDown = true;

  /** What is known of mails but couldn't be written down yet (a full disk): first of all at the next run. */
  const unsettled = new Set<() => void>();

  function settle(write: () => void): void {
    unsettled.add(write);
    write();
    unsettled.delete(write);
  }

  async function sendDue(): Promise<void> {
    try {
      deps.settleInterrupted();
      for (const write of unsettled) settle(write);
      for (let go = true; go && !stopped; ) go = await sendNext();
    } finally {
      hangUp();
    }
  }

  /** Answers whether to go on. */
  async function sendNext(): Promise<boolean> {
    const settings = readMailSettings(db);
    const message = settings === null ? undefined : nextDue(db, clock.now());
    if (settings === null || message === undefined) return false;
    if (settleWithoutServer(message)) return true;
    try {
      const connection = await lineFor(settings);
      if (connection === null) return true;
      return await sendOver(connection, settings, message);
    } catch (failure) {
      if (stopped || failure instanceof Unwanted) return !stopped;
      if (failure instanceof ServerDown) return serverFailed(failure.why, settings, message);
      throw failure;
    }
  }

  /** Whether there is nothing to send: the invitation is gone, accepted, expired, or the mail can't be read. */
  function settleWithoutServer(message: DueMessage): boolean {
    const invitation = readInvitation(db, message.invitationId);
    const state = invitation === undefined ? 'removed' : invitationState(invitation, clock.now());
    if (state === 'expired') outcomes.expired(message);
    else if (state !== 'pending') outcomes.pointless(message);
    else if (parseSecrets(message.secrets) === null)
      outcomes.failed(message, { problem: null, detail: null });
    else return false;
    return true;
  }

  /** The open connection to that server; `null`: a new one was made, and meanwhile anything may have changed. */
  async function lineFor(settings: MailSettings): Promise<MailConnection | null> {
    if (line !== null && isSame(line.settings, settings) && line.connection.usable) return line.connection;
    hangUp();
    const connection = await connected(settings);
    if (stopped) {
      connection.close();
      throw new Unwanted();
    }
    line = { connection, settings };
    if (serverWasDown) {
      serverWasDown = false;
      outcomes.serverAnswered();
    }
    return null;
  }

  async function connected(settings: MailSettings): Promise<MailConnection> {
    try {
      return await transport.connect(serverOf(vault, settings), patienceMs);
    } catch (failure) {
      throw failure instanceof MailFailure ? new ServerDown(failure) : failure;
    }
  }

  async function sendOver(
    connection: MailConnection,
    { fromAddress }: MailSettings,
    message: DueMessage,
  ): Promise<boolean> {
    const { to, content } = await contentOf(message, fromAddress).catch((fault: unknown) => {
      // A mail that can't be written must not keep the others from going.
      if (!(fault instanceof Unwanted)) outcomes.putOff(message, { problem: null, detail: null });
      throw fault;
    });
    const lastByte = () => {
      if (stopped || !db.write(null, (tx) => markHandedOver(tx, message))) throw new Unwanted();
    };
    try {
      await connection.send({ from: fromAddress, to, content }, lastByte);
    } catch (failure) {
      if (!(failure instanceof MailFailure) || stopped) throw failure;
      if (failure.problem === 'sign_in') throw new ServerDown(failure);
      const { problem, detail } = failure;
      settle(() => outcomes[problem === 'refused' ? 'failed' : 'putOff'](message, { problem, detail }));
      return true;
    }
    if (!stopped) settle(() => outcomes.sent(message));
    return true;
  }

  /** Written when its turn has come: names are as they are now, the address is the stored one. */
  async function contentOf(message: DueMessage, fromAddress: string) {
    const invitation = readInvitation(db, message.invitationId);
    const secrets = parseSecrets(message.secrets);
    if (invitation === undefined || secrets === null) throw new Unwanted();
    const content = await transport.write({
      ...invitationLetter(db, templates, message.language, { invitation, secrets }),
      messageId: message.messageId,
      date: clock.now(),
      from: { name: requireOrganisation(db).name, address: fromAddress },
      to: invitation.email,
      draft: false,
    });
    return { to: invitation.email, content };
  }

  /** Everything waits, unless the settings have changed meanwhile: then it wasn't the server that counts now. */
  function serverFailed(why: MailFailure, settings: MailSettings, message: DueMessage): boolean {
    if (!isSame(readMailSettings(db), settings)) return true;
    serverWasDown = true;
    outcomes.serverFailed(message, why);
    return false;
  }

  function hangUp(): void {
    line?.connection.close();
    line = null;
  }

  return {
    run() {
      current ??= sendDue().finally(() => {
        current = null;
      });
      return current;
    },
    running: () => current !== null,
    stop() {
      stopped = true;
      hangUp();
    },
  };
}

/** By all they say: a version starts anew with a new mail server. */
function isSame(one: MailSettings | null, other: MailSettings): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The server can't be used, whichever mail it is. */
class ServerDown extends Error {
  readonly why: MailFailure;

  constructor(why: MailFailure) {
    super(why.problem, { cause: why });
    this.why = why;
  }
}
