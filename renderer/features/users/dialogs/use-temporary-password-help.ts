import { useTranslation } from 'react-i18next';
import { useRequest } from '../../../ipc/query';

/** How long the organisation lets a temporary password work, as a sentence under its field. */
export function useTemporaryPasswordHelp(): string {
  const { t } = useTranslation('users');
  const { data } = useRequest('organisation.get', {});
  if (data === undefined) return t('fields.passwordHelp');
  return t('fields.temporaryPasswordHelp', { count: data.temporaryPasswordHours });
}
