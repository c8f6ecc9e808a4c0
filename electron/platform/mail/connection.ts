import type { ConnectionOptions } from 'node:tls';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailServer } from '../../../core/ports';
import { during } from './during';
import { mailFailure } from './failure';

type Server = Pick<MailServer, 'host' | 'port' | 'security'> & { tls: ConnectionOptions };

/**
 * A connection that has been greeted and protected as asked: `starttls` upgrades or fails, whatever the server offers. Throws
 * `MailFailure`. What breaks it later fails the step under way, or shows in `destroyed`.
 */
export async function openConnection(
  { host, port, security, tls }: Server,
  { connectMs, commandMs }: { connectMs: number; commandMs: number },
): Promise<SMTPConnection> {
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const connection = new Connection({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls,
    connectionTimeout: connectMs,
    dnsTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: commandMs,
    socketCloseTimeout: 1000,
  });
  // For the connection's whole life: an error event that nobody hears would end the process.
  connection.on('error', () => undefined);
  await step(connection, (settle) => connection.connect(settle));
  return connection;
}

/** Signs in. Throws `MailFailure`. */
export function signIn(
  connection: SMTPConnection,
  credentials: { user: string; pass: string },
): Promise<void> {
  return step(connection, (settle) => connection.login(credentials, settle));
}

async function step(
  connection: SMTPConnection,
  act: (settle: (error?: Error | null) => void) => void,
): Promise<void> {
  try {
    await during(connection, act);
  } catch (error) {
    connection.close();
    throw mailFailure(error, 'connecting');
  }
}
