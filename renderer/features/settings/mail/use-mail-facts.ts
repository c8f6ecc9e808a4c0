import { useTranslation } from 'react-i18next';
import type { SettingFact } from '../setting-fact';
import type { MailSettings } from './mail-fields';

/** The mail server in words, field by field; nothing where there is none. */
export function useMailFacts(): (settings: MailSettings) => SettingFact[] {
  const { t } = useTranslation(['mail', 'common']);
  return ({ server }) =>
    server === null
      ? []
      : [
          { field: 'host', label: t('mail:server.host'), value: server.host },
          { field: 'port', label: t('mail:server.port'), value: String(server.port) },
          {
            field: 'security',
            label: t('mail:server.security'),
            value: t(`mail:server.securities.${server.security}`),
          },
          { field: 'userName', label: t('mail:server.userName'), value: server.userName },
          { field: 'fromAddress', label: t('mail:server.from'), value: server.fromAddress },
          {
            field: 'language',
            label: t('mail:server.language'),
            value: t(`common:language.${server.language}`),
          },
        ];
}
