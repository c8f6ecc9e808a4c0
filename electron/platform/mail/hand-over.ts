import { Readable } from 'node:stream';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { during } from './during';
import { mailFailure } from './failure';

interface Mail {
  from: string;
  to: string;
  content: Uint8Array;
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
  lastByte: () => void,
): Promise<string> {
  let refusal: { reason: unknown } | null = null;

  function* content(): Generator<Uint8Array> {
    for (let at = 0; at < mail.content.length; at += chunkBytes)
      yield mail.content.subarray(at, at + chunkBytes);
    try {
      lastByte();
    } catch (reason) {
      refusal = { reason };
      throw new Error('Cut off');
    }
  }

  const envelope = { from: mail.from, to: [mail.to], size: mail.content.length };
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
  }
}

/** Ready for the next mail. */
async function isReset(connection: SMTPConnection): Promise<boolean> {
  if (connection.destroyed) return false;
  return during<boolean>(connection, (settle) => connection.reset((error) => settle(error, true))).catch(
    () => false,
  );
}
