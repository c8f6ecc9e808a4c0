import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { useAppState } from '../../ipc/app-state';

/** What was restored last, and where the state before it is; `null`: nothing was in this run. */
export function useRestoredText(): string | null {
  const { t } = useTranslation('restore');
  const { dateTime } = useFormat();
  const restored = useAppState().data?.restored ?? null;
  if (restored === null) return null;
  const { backupAt, keptAs, setAside } = restored;
  return [
    t('done', { when: dateTime(backupAt) }),
    keptAs !== null && t('doneKept', { file: keptAs }),
    setAside !== null && t('doneAside', { folder: setAside }),
  ]
    .filter((line) => line !== false)
    .join(' ');
}
