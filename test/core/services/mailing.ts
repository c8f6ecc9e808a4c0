import { type AddressInfo, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { RequestInput } from '../../../core/contract';
import type { ReadyInvitation } from '../../../core/contract/invitations';
import { readMail } from '../../support/mail/read-mail';
import {
  type MailServerUnderTest,
  type ServerOptions,
  startMailServer,
  type TakenMail,
} from '../../support/mail/server';
import type { Desk } from './desk';

/** A real SMTP server, gone when the test is over. */
export async function givenMailServer(options?: ServerOptions): Promise<MailServerUnderTest> {
  const server = await startMailServer(options);
  onTestFinished(server.stop);
  return server;
}

/** One that takes connections and never says a word. */
export async function givenSilentServer(): Promise<{ port: number }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port };
}

/** Tells the desk to send by way of that server. Answers the version of the settings. */
export function sendVia(
  { services, admin }: Desk,
  { port }: { port: number },
  changes: Partial<RequestInput<'mail.update'>> = {},
): number {
  const { version } = services.mail.settings();
  const settings = {
    version,
    host: '127.0.0.1',
    port,
    security: 'none' as const,
    userName: '',
    password: null,
    fromAddress: 'desk@marina.example',
    language: 'en' as const,
    ...changes,
  };
  return services.mail.update(admin, settings).version;
}

export function invite(desk: Desk, email = 'bo@guests.example'): ReadyInvitation {
  return desk.services.invitations.create(desk.admin, { email, role: 'member', siteIds: [desk.siteId] });
}

/** Sends what is due now. */
export function send({ services }: Desk): Promise<void> {
  return services.mail.sender.run();
}

export function deliveryOf({ services, admin }: Desk, { id }: { id: string }) {
  return services.mail.delivery(admin, { id }).mail;
}

export function headersOf({ raw }: Pick<TakenMail, 'raw'>): Record<string, string> {
  return readMail(raw).headers;
}
