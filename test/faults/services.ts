import { createIds } from '../../core/db/ids';
import { type OpenOptions, openDatabase } from '../../core/db/open';
import type { MailPorts } from '../../core/ports';
import { createServices, type Services } from '../../core/services/create-services';
import { MailFailure } from '../../core/services/mail/mail-failure';
import { systemRandom } from '../../core/system';
import { readMailTemplates } from '../../electron/platform/mail/templates';
import { fakeClock } from '../support/clock';
import { cheapHasher } from '../support/hasher';
import type { Chance } from '../support/seed';

export interface Surroundings {
  path: string;
  /** Hex. */
  key: string;
  /** UTC ms: where the clock stands. */
  at: number;
  migrationsFolder: string;
  resources: string;
  /** PEM. */
  licenceKey: string;
}

export type OpenServices = ReturnType<typeof openServices>;

/** The real services over a real file, as a start of the app puts them together; hashing, mail server and time are cheap. */
export function openServices(given: Surroundings, chance: Chance) {
  const clock = fakeClock(given.at);
  const ids = createIds({ clock, random: systemRandom });
  const options: OpenOptions = {
    path: given.path,
    key: Buffer.from(given.key, 'hex'),
    clock,
    ids,
    random: systemRandom,
    migrationsFolder: given.migrationsFolder,
  };
  const db = openDatabase(options);
  const services: Services = createServices({
    db,
    clock,
    ids,
    random: systemRandom,
    hasher: cheapHasher(),
    announce: () => undefined,
    commonPasswords: { has: () => false },
    licenceKeys: { publicKeys: [given.licenceKey] },
    mail: mailBy(chance, given.resources),
  });
  return { db, clock, services };
}

/** A mail server that takes most mails, puts some off, and sometimes isn't there. */
function mailBy(chance: Chance, resources: string): MailPorts {
  return {
    vault: { kind: 'database', seal: (secret) => secret, open: (sealed) => sealed },
    templates: readMailTemplates(resources),
    transport: {
      write: async () => Buffer.from('mail'),
      certificate: async () => null,
      describe: () => {
        throw new Error('There are no certificates here');
      },
      connect: async () => {
        if (chance.percent(20)) throw new MailFailure('unreachable', 'nobody there');
        return {
          usable: true,
          send: async (_mail, lastByte) => {
            lastByte();
            if (chance.percent(20)) throw new MailFailure('deferred', '450 later');
            return '250 taken';
          },
          close: () => undefined,
        };
      },
    },
  };
}
