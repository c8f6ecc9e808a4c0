import { readFileSync } from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { MailSecurity } from '../../../core/domain/mail';

const folder = join(import.meta.dirname, 'certificates');

export type CertificateName = 'self-signed' | 'renewed' | 'issued' | 'expired';

export function certificatePem(name: CertificateName): string {
  return readFileSync(join(folder, `${name}.crt`), 'utf8');
}

function certificatePair(name: CertificateName): { key: Buffer; cert: Buffer } {
  return { key: readFileSync(join(folder, `${name}.key`)), cert: readFileSync(join(folder, `${name}.crt`)) };
}

export interface ServerOptions {
  /** Left out: unprotected. `starttls`: nothing goes without the upgrade. */
  security?: MailSecurity;
  /** Who may send; left out: everybody. */
  auth?: { user: string; password: string };
  certificate?: CertificateName;
  /** Left out: a free one. */
  port?: number;
}

/** A mail the server took. */
export interface TakenMail {
  from: string;
  to: string[];
  /** As it travelled. */
  raw: string;
  /** Whether the way was protected. */
  secure: boolean;
  user: string | null;
  /** What the sender asked for with MAIL: `SMTPUTF8` for an address that isn’t ASCII. */
  extensions: string[];
}

/** What the server says at a step, instead of taking it: `450 4.2.1 Try later`. */
export interface Replies {
  connect?: string;
  from?: string;
  to?: string;
  data?: string;
}

export interface MailServerUnderTest {
  port: number;
  /** In the order they were taken; one that was refused isn't among them. */
  mails: TakenMail[];
  /** Connections so far. */
  connections(): number;
  /** To be changed at any time. */
  replies: Replies;
  /** Called when a whole mail is there, before the server answers; its promise is waited for. */
  beforeAnswer: ((mail: TakenMail) => void | Promise<void>) | null;
  /** Breaks all connections off, and goes on listening. */
  drop(): void;
  /** Ends connections too, in the middle of whatever they do. */
  stop(): Promise<void>;
}

/**
 * A real SMTP server on this computer that keeps what it takes. Free of vitest and Playwright: both use it, child processes too.
 */
export async function startMailServer(options: ServerOptions = {}): Promise<MailServerUnderTest> {
  const { security = 'none', auth, certificate = 'self-signed', port = 0 } = options;
  let connections = 0;
  const test: MailServerUnderTest = {
    port,
    mails: [],
    connections: () => connections,
    replies: {},
    beforeAnswer: null,
    drop,
    stop,
  };

  const server = new SMTPServer({
    secure: security === 'tls',
    authOptional: auth === undefined,
    // Signing in over an unprotected way is for the tests of just that.
    allowInsecureAuth: security === 'none',
    disabledCommands: security === 'none' ? ['STARTTLS'] : [],
    disableReverseLookup: true,
    // The guide's tour is bundled, away from these files, and needs none of them.
    ...(security === 'none' ? {} : certificatePair(certificate)),
    closeTimeout: 10,
    onConnect(_session, done) {
      connections += 1;
      done(refusal(test.replies.connect));
    },
    onAuth({ username, password }, _session, done) {
      if (username === auth?.user && password === auth?.password) done(null, { user: username });
      else done(refusal('535 5.7.8 Wrong user name or password'));
    },
    onMailFrom(_address, session, done) {
      const unprotected = security === 'starttls' && !session.secure;
      done(refusal(unprotected ? '530 5.7.0 Must issue a STARTTLS command first' : test.replies.from));
    },
    onRcptTo: (_address, _session, done) => done(refusal(test.replies.to)),
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        void take(Buffer.concat(pieces).toString('latin1'), session).then((refused) => done(refused));
      });
    },
  });
  // A client that is gone in the middle is what some tests are about.
  server.on('error', () => undefined);

  async function take(raw: string, session: SMTPServerSession): Promise<Error | null> {
    const { mailFrom, rcptTo } = session.envelope;
    const mail: TakenMail = {
      from: mailFrom === false ? '' : mailFrom.address,
      to: rcptTo.map(({ address }) => address),
      raw,
      secure: session.secure,
      user: typeof session.user === 'string' ? session.user : null,
      extensions: mailFrom === false ? [] : Object.keys(mailFrom.args || {}),
    };
    const refused = refusal(test.replies.data);
    if (refused !== null) return refused;
    test.mails.push(mail);
    await test.beforeAnswer?.(mail);
    return null;
  }

  const sockets = new Set<Socket>();

  function drop(): void {
    for (const socket of sockets) socket.destroy();
  }

  async function stop(): Promise<void> {
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  test.port = (server.server.address() as AddressInfo).port;
  return test;
}

function refusal(reply: string | undefined): Error | null {
  if (reply === undefined) return null;
  const [, code = '', text = ''] = /^(\d{3}) (.*)$/.exec(reply) ?? [];
  return Object.assign(new Error(text), { responseCode: Number(code) });
}
