import { useTranslation } from 'react-i18next';
import type { RestorePreview } from '../../../core/contract/restore-preview';
import { useFormat } from '../../i18n/format';

interface RestoreIntroProps {
  preview: RestorePreview;
  damaged: boolean;
  otherKey: boolean;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What will happen, and what is kept. */
export function RestoreIntro({ preview, damaged, otherKey }: RestoreIntroProps) {
  const { t } = useTranslation('restore');
  const { dateTime } = useFormat();
  const span = useSpan();
  const { backupAt, nowAt, organisation } = preview;
  const when = dateTime(backupAt);
  const lines =
    nowAt === null
      ? [t(damaged ? 'fromDamaged' : 'fromNew', { organisation, when }), damaged && t('keptAside')]
      : [
          t('from', { when }),
          preview.otherOrganisation && t('otherOrganisation', { organisation }),
          nowAt > backupAt && t('fromNow', { span: span(nowAt - backupAt) }),
          t('kept'),
          otherKey && t('open.otherKeyStays'),
        ];
  return <>{lines.filter((line) => line !== false).join(' ')}</>;
}

function useSpan(): (ms: number) => string {
  const { t } = useTranslation('restore');
  return (ms) => {
    if (ms < minute) return t('span.moments');
    if (ms < hour) return t('span.minutes', { count: Math.floor(ms / minute) });
    if (ms < 2 * day) return t('span.hours', { count: Math.floor(ms / hour) });
    return t('span.days', { count: Math.floor(ms / day) });
  };
}
