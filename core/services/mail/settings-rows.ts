import { eq } from 'drizzle-orm';
import type { Language } from '../../contract/fields';
import { mailSettings } from '../../db/schema';
import type { ReadDb, Tx } from '../../db/types';
import type { MailSecurity } from '../../domain/mail';

export interface MailSettings {
  version: number;
  host: string;
  port: number;
  security: MailSecurity;
  userName: string;
  /** As the vault sealed it; `null`: none was given. */
  sealedPassword: string | null;
  fromAddress: string;
  language: Language;
  /** PEM. */
  trustedCertificate: string | null;
}

const rowId = 1;

/** Asked with every invitation, so it is a prepared statement. */
const only = `select version, host, port, security, user_name as userName, sealed_password as sealedPassword,
  from_address as fromAddress, language, trusted_certificate as trustedCertificate from mail_settings where id = 1`;

/** The mail server of this desk, or `null` when it sends no mail. */
export function readMailSettings(db: ReadDb): MailSettings | null {
  return db.statement<MailSettings>(only).get() ?? null;
}

export function saveMailSettings(tx: Tx, settings: MailSettings): void {
  tx.local
    .insert(mailSettings)
    .values({ id: rowId, ...settings })
    .onConflictDoUpdate({ target: mailSettings.id, set: settings })
    .run();
}

export function removeMailSettings(tx: Tx): void {
  tx.local.delete(mailSettings).where(eq(mailSettings.id, rowId)).run();
}
