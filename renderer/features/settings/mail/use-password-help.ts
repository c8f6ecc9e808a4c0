import { useTranslation } from 'react-i18next';
import type { MailSettings } from './mail-fields';

/** What is to be known about the password before one is typed. @param withheld one was typed and wasn't kept as a draft. */
export function usePasswordHelp({ server }: MailSettings, withheld: boolean): string | undefined {
  const { t } = useTranslation('mail');
  if (withheld) return t('server.passwordWithheld');
  switch (server?.password) {
    case 'kept':
      return t('server.passwordKept');
    case 'unreadable':
      return t('server.passwordUnreadable');
    default:
      return undefined;
  }
}
