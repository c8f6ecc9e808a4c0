import type { RequestOutput } from '../../contract';
import type { Certificate } from '../../contract/mail';
import type { MailPorts, Vault } from '../../ports';
import type { ServiceDeps } from '../deps';
import { type MailSettings, readMailSettings } from './settings-rows';

type Deps = Pick<ServiceDeps, 'db'> & Pick<MailPorts, 'vault' | 'transport'>;

/** The mail server as Settings → Mail shows it: never the password, only whether there is one that can be read. */
export function mailSettingsView({ db, vault, transport }: Deps) {
  return (): RequestOutput<'mail.settings'> => {
    const settings = readMailSettings(db);
    return {
      version: settings?.version ?? 0,
      server: settings && {
        host: settings.host,
        port: settings.port,
        security: settings.security,
        userName: settings.userName,
        fromAddress: settings.fromAddress,
        language: settings.language,
        password: passwordState(vault, settings),
        trusted: trustedCertificate(transport, settings),
      },
      vault: vault.kind,
    };
  };
}

function passwordState(vault: Vault, { sealedPassword }: MailSettings): 'none' | 'kept' | 'unreadable' {
  if (sealedPassword === null) return 'none';
  return vault.open(sealedPassword) === null ? 'unreadable' : 'kept';
}

function trustedCertificate(
  transport: MailPorts['transport'],
  { trustedCertificate }: MailSettings,
): Certificate | null {
  if (trustedCertificate === null) return null;
  const { pem: _pem, ...facts } = transport.describe(trustedCertificate);
  return facts;
}
