import { createIds } from '../../../core/db/ids';
import { openDatabase } from '../../../core/db/open';
import type { MailTransport } from '../../../core/ports';
import { createServices } from '../../../core/services/create-services';
import { systemRandom } from '../../../core/system';
import { fakeClock } from '../../support/clock';
import { mailPorts } from '../../support/mail/ports';
import { commonPasswords, openOptions } from '../../support/options';

export type Moment =
  | 'before connecting'
  | 'in the middle of the mail'
  | 'after the mark'
  | 'after the answer'
  | 'after the answer is written down'
  | 'never';

/** Sends what waits, with the real services, and kills itself at the moment it is told. argv: path of the database, moment. */
const [, , path = '', moment = ''] = process.argv;

function dieAt(reached: Moment): void {
  if (reached === moment) process.kill(process.pid, 'SIGKILL');
}

function dying(transport: MailTransport): MailTransport {
  return {
    ...transport,
    async connect(server, patienceMs) {
      dieAt('before connecting');
      const connection = await transport.connect(server, patienceMs);
      return {
        get usable() {
          return connection.usable;
        },
        close: connection.close,
        async send(mail, lastByte) {
          const answer = await connection.send(mail, () => {
            dieAt('in the middle of the mail');
            lastByte();
            dieAt('after the mark');
          });
          dieAt('after the answer');
          return answer;
        },
      };
    },
  };
}

const clock = fakeClock();
const db = openDatabase(openOptions(path, clock));
const mail = mailPorts();
const services = createServices({
  db,
  clock,
  ids: createIds({ clock, random: systemRandom }),
  random: systemRandom,
  hasher: { hash: async () => '', verify: async () => false, needsRehash: () => false },
  announce: () => undefined,
  commonPasswords,
  licenceKeys: { publicKeys: [] },
  mail: { ...mail, transport: dying(mail.transport) },
});
await services.mail.sender.run();
dieAt('after the answer is written down');
db.close();
