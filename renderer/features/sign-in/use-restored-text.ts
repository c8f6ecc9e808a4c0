import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { useAppState } from '../../ipc/app-state';
import { useEntry } from '../../stores/entry';

/**
 * What was restored last, and where the state before it is; `null`: nothing was in this run,
 * or whoever signed in here since was told.
 */
export function useRestoredText(): string | null {
  const { t } = useTranslation('restore');
  const { dateTime } = useFormat();
  const restored = useAppState().data?.restored ?? null;
  const seen = useEntry((entry) => entry.seen);
  if (restored === null || restored.at === seen) return null;
  const { backupAt, keptAs, setAside } = restored;
  return [
    t('done', { when: dateTime(backupAt) }),
    keptAs !== null && t('doneKept', { file: keptAs }),
    setAside !== null && t('doneAside', { folder: setAside }),
  ]
    .filter((line) => line !== false)
    .join(' ');
}
