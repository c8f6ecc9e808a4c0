import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createIds } from '../../../core/db/ids';
import { openDatabase } from '../../../core/db/open';
import { createServices } from '../../../core/services/create-services';
import { systemRandom } from '../../../core/system';
import { fakeClock } from '../../support/clock';
import { tempFolder } from '../../support/db';
import { cheapHasher } from '../../support/hasher';
import { developmentKeys } from '../../support/licence/development';
import { mailPorts } from '../../support/mail/ports';
import { commonPasswords, openOptions } from '../../support/options';
import { actorOf } from './desk';
import { givenMailServer, headersOf } from './mailing';
import { auditOf } from './observe';
import type { Moment } from './sending-child';

const child = fileURLToPath(new URL('./sending-child.ts', import.meta.url));
const loader = fileURLToPath(new URL('../../support/ts-loader.mjs', import.meta.url));
const email = 'bo@guests.example';

/** What a start of the app makes of the file. */
function open(path: string) {
  const clock = fakeClock();
  const db = openDatabase(openOptions(path, clock));
  const services = createServices({
    db,
    clock,
    ids: createIds({ clock, random: systemRandom }),
    random: systemRandom,
    hasher: cheapHasher(),
    announce: () => undefined,
    commonPasswords,
    licenceKeys: developmentKeys,
    mail: mailPorts(),
  });
  const row = () =>
    db
      .statement<{ state: string; secrets: string | null; attempts: number }>(
        'select state, secrets, attempts from mail_message',
      )
      .get();
  return { db, services, row };
}

/** A desk with one mail that waits for the server at that port. */
async function givenWaitingMail(path: string, port: number): Promise<void> {
  const { db, services } = open(path);
  const { userId } = await services.setup.create({
    organisationName: 'Marina Group',
    siteName: 'Harbour House',
    displayName: 'Ada Lindqvist',
    email: 'ada@marina.example',
    password: 'seven quiet ferns',
    roleModel: 'three',
  });
  const admin = actorOf(services.sessions.startFor(userId));
  services.mail.update(admin, {
    version: 0,
    host: '127.0.0.1',
    port,
    security: 'none',
    userName: '',
    password: null,
    fromAddress: 'desk@marina.example',
    language: 'de',
  });
  const siteIds = services.sites.list(admin).sites.map((site) => site.id);
  services.invitations.create(admin, { email, role: 'member', siteIds });
  db.close();
}

/** Runs the sender in a process of its own, which kills itself at that moment or is killed. Answers how it ended. */
function sendIn(path: string, moment: Moment): { process_: ChildProcess; ended: Promise<string | null> } {
  const process_ = spawn(process.execPath, ['--import', loader, child, path, moment], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<string | null>((resolve) =>
    process_.on('close', (_code, signal) => resolve(signal)),
  );
  return { process_, ended };
}

describe('a desk that is killed while a mail goes out', () => {
  it.each<{ moment: Moment; before: number; state: 'sent' | 'unconfirmed'; after: number }>([
    // The server can't have had it whole: it goes out with the next start, once.
    { moment: 'before connecting', before: 0, state: 'sent', after: 1 },
    { moment: 'in the middle of the mail', before: 0, state: 'sent', after: 1 },
    // Nobody can know: it isn't sent again, and it isn't hidden.
    { moment: 'after the mark', before: 0, state: 'unconfirmed', after: 0 },
    { moment: 'after the answer', before: 1, state: 'unconfirmed', after: 1 },
    { moment: 'after the answer is written down', before: 1, state: 'sent', after: 1 },
  ])('$moment: $state, and $after arrive', { timeout: 30_000 }, async ({ moment, before, state, after }) => {
    const path = join(tempFolder(), 'atrium.db');
    const server = await givenMailServer();
    await givenWaitingMail(path, server.port);
    expect(await sendIn(path, moment).ended).toBe('SIGKILL');
    expect(server.mails).toHaveLength(before);
    const { db, services, row } = open(path);
    await services.mail.sender.run();
    expect(server.mails).toHaveLength(after);
    expect(row()).toMatchObject({ state, secrets: null });
    expect(services.mail.status()).toMatchObject({ queued: 0, failed: state === 'unconfirmed' ? 1 : 0 });
    expect(auditOf(db, `invitation.mail_${state}`)).toHaveLength(1);
    db.close();
  });

  it('while the server has it and hasn’t answered yet: it arrives once', { timeout: 30_000 }, async () => {
    const path = join(tempFolder(), 'atrium.db');
    const server = await givenMailServer();
    await givenWaitingMail(path, server.port);
    const { process_, ended } = sendIn(path, 'never');
    server.beforeAnswer = async () => {
      process_.kill('SIGKILL');
      await ended;
    };
    await ended;
    const { db, services, row } = open(path);
    await services.mail.sender.run();
    expect(server.mails).toHaveLength(1);
    expect(row()).toMatchObject({ state: 'unconfirmed', secrets: null });
    db.close();
  });

  it('again and again: none is lost, none is doubled', { timeout: 60_000 }, async () => {
    const path = join(tempFolder(), 'atrium.db');
    const server = await givenMailServer();
    await givenWaitingMail(path, server.port);
    for (let time = 0; time < 2; time += 1)
      expect(
        await sendIn(path, time % 2 === 0 ? 'in the middle of the mail' : 'before connecting').ended,
      ).toBe('SIGKILL');
    expect(await sendIn(path, 'never').ended).toBeNull();
    expect(server.mails).toHaveLength(1);
    const [mail] = server.mails;
    expect(mail && headersOf(mail)['message-id']).toMatch(/^<[0-9a-f-]{36}@marina\.example>$/);
  });
});
