import { useTranslation } from 'react-i18next';
import { useSend } from '../../../ipc/query';
import { useSettingsForm } from '../use-settings-form';
import { type MailFields, type MailSettings, mailFieldsOf, mailSchema } from './mail-fields';

/**
 * The form of the mail server. A server whose name is taken out is taken away.
 * @param onSave what was learnt about the server before is about another one now.
 */
export function useMailSettingsForm(
  current: MailSettings,
  reload: () => Promise<MailSettings | undefined>,
  onSave: () => void,
) {
  const { t, i18n } = useTranslation('mail');
  const update = useSend('mail.update');
  const remove = useSend('mail.remove');
  const language = i18n.language === 'de' ? 'de' : 'en';
  return useSettingsForm({
    page: 'mail',
    current,
    reload,
    valuesOf: (settings: MailSettings): MailFields => mailFieldsOf(settings, language),
    schema: mailSchema(current.server !== null),
    errorFields: { 'mail.plain_elsewhere': 'security', 'mail.password_again': 'password' },
    secrets: ['password'],
    staleCode: 'mail.changed_meanwhile',
    save: async ({ server, password }, { version, ...base }) => {
      onSave();
      if (server === null) return { ...base, server, ...(await remove.mutateAsync({ version })) };
      const saved = await update.mutateAsync({
        version,
        ...server,
        // Without a user name nobody signs in: a password that is kept has no use any more.
        password: server.userName === '' ? '' : password === '' ? null : password,
      });
      // What became of password and certificate comes with the event; the fields don't show it.
      const { password: kept = 'none', trusted = null } = base.server ?? {};
      return { ...base, server: { ...server, password: kept, trusted }, ...saved };
    },
    saidOf: ({ server }) => t(server === null ? 'server.removed' : 'server.saved'),
  });
}
