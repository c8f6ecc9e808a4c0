import { join } from 'node:path';
import type { MailPorts, Vault } from '../../../core/ports';
import { readMailTemplates } from '../../../electron/platform/mail/templates';
import { createMailTransport } from '../../../electron/platform/mail/transport';

const resources = join(import.meta.dirname, '../../../resources');

/** The real transport and the shipped templates; no keychain, so the database's encryption has to do. Free of vitest. */
export function mailPorts(changes: Partial<MailPorts> = {}): MailPorts {
  return {
    vault: databaseVault(),
    transport: createMailTransport({ connectMs: 3000, commandMs: 3000 }),
    templates: readMailTemplates(resources),
    ...changes,
  };
}

function databaseVault(): Vault {
  return {
    kind: 'database',
    seal: (secret) => `test:${secret}`,
    open: (sealed) => sealed.slice('test:'.length),
  };
}
