import { Readable } from 'node:stream';
import { domainToASCII } from 'node:url';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { during } from './during';
import { mailFailure } from './failure';

interface Mail {
  from: string;
  to: string;
  content: Uint8Array;
}

interface Moments {
  lastByte: () => void;
  /** How long the answer to the whole mail may take, ms. */
  answerMs: number;
  /** The same for each command, ms. */
  commandMs: number;
}

const chunkBytes = 16_384;

/**
 * Sends one mail over a connection. The content is given as a stream that calls `lastByte` when all of it has been taken, and only
 * then ends: the connection writes the end of data (`.`) after that, so a mail that `lastByte` refuses was never whole. After
 * a refusal by the server the connection is reset for the next one; after anything else it is closed.
 */
export async function handOver(
  connection: SMTPConnection,
  mail: Mail,
  { lastByte, answerMs, commandMs }: Moments,
): Promise<string> {
  let refusal: { reason: unknown } | null = null;

  function* content(): Generator<Uint8Array> {
    for (let at = 0; at < mail.content.length; at += chunkBytes)
      yield mail.content.subarray(at, at + chunkBytes);
    try {
      lastByte();
      bePatient(connection, answerMs);
    } catch (reason) {
      refusal = { reason };
      throw new Error('Cut off');
    }
  }

  const envelope = { from: inAscii(mail.from), to: [inAscii(mail.to)], size: mail.content.length };
  try {
    return await during<string>(connection, (settle) =>
      connection.send(envelope, Readable.from(content()), (error, info) => settle(error, info?.response)),
    );
  } catch (error) {
    const answered = error instanceof Error && 'responseCode' in error;
    if (!answered || refusal !== null || !(await isReset(connection))) connection.close();
    // The assignment happens in the generator, which the compiler doesn't see.
    const cut = refusal as { reason: unknown } | null;
    throw cut === null ? mailFailure(error, 'sending') : cut.reason;
  } finally {
    bePatient(connection, commandMs);
  }
}

function bePatient({ _socket: socket, destroyed }: SMTPConnection, ms: number): void {
  if (socket && !destroyed) socket.setTimeout(ms);
}

/** The domain as it travels; what stands before it may need SMTPUTF8, which the connection sees to. */
function inAscii(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1)) || address.slice(at + 1)}`;
}

/** Ready for the next mail. */
async function isReset(connection: SMTPConnection): Promise<boolean> {
  if (connection.destroyed) return false;
  return during<boolean>(connection, (settle) => connection.reset((error) => settle(error, true))).catch(
    () => false,
  );
}
