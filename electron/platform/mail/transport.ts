import type { MailServer, MailTransport } from '../../../core/ports';
import { certificateOf, describeCertificate } from './certificates';
import { openConnection, signIn } from './connection';
import { handOver } from './hand-over';
import { tlsOptions } from './tls-options';
import { writeLetter } from './write-letter';

interface Patience {
  /** Until the server has greeted and the way is protected, ms. */
  connectMs: number;
  /** For the answer to a command, ms (RFC 5321 §4.5.3.2). */
  commandMs: number;
}

const usual: Patience = { connectMs: 20_000, commandMs: 120_000 };

/** SMTP and MIME by nodemailer, loaded with the first mail: neither start nor memory pay for it before. */
export function createMailTransport({ connectMs, commandMs }: Patience = usual): MailTransport {
  return {
    write: writeLetter,
    describe: describeCertificate,

    async connect(server, patienceMs) {
      const { host, port, security, userName: user, password: pass } = server;
      const patience = { connectMs, commandMs: Math.min(commandMs, patienceMs) };
      const connection = await openConnection(
        { host, port, security, tls: tlsOptions(server.trustedCertificate) },
        patience,
      );
      if (user !== '') await signIn(connection, { user, pass });
      return {
        get usable() {
          return !connection.destroyed;
        },
        send: (mail, lastByte) =>
          handOver(connection, mail, { lastByte, answerMs: patienceMs, commandMs: patience.commandMs }),
        close: () => connection.close(),
      };
    },

    /** Looks, and sends nothing: whoever is behind it learns no more than that somebody looked. */
    async certificate(server: Pick<MailServer, 'host' | 'port' | 'security'>) {
      const unjudged = { ...server, tls: { rejectUnauthorized: false } };
      const connection = await openConnection(unjudged, { connectMs, commandMs: connectMs });
      const shown = certificateOf(connection._socket);
      connection.close();
      return shown;
    },
  };
}
