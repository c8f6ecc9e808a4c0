import type { MailServer, Vault } from '../../ports';
import { MailFailure } from './mail-failure';
import type { MailSettings } from './settings-rows';

/** The server to connect to, its password opened. Throws `MailFailure` when the keychain can't. */
export function serverOf(vault: Vault, settings: MailSettings): MailServer {
  const { host, port, security, userName, sealedPassword, trustedCertificate } = settings;
  const password = sealedPassword === null ? '' : vault.open(sealedPassword);
  if (password === null) throw new MailFailure('password_unreadable', '');
  return { host, port, security, userName, password, trustedCertificate };
}
