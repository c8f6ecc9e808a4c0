import { useTranslation } from 'react-i18next';
import type { AccessPage } from '../../../../core/contract/access';
import { useFormat } from '../../../i18n/format';
import type { Moments } from './asked';

/** "12 people could enter · Harbour House, now called Marina". `null` while nothing is known, or where there is no number to tell. */
export function useAccessFacts(page: AccessPage | null, moments: Moments | null): string | null {
  const { t } = useTranslation('audit');
  const format = useFormat();
  if (page === null || moments === null || page.people === 0) return null;
  const { site } = page;
  const within = (at: number | null): at is number => at !== null && at > moments.from && at < moments.before;
  const place =
    site === null
      ? [t('access.allSites')]
      : [
          site.name,
          ...(site.name === site.nameNow ? [] : [t('access.nowCalled', { name: site.nameNow })]),
          ...(within(site.openFrom) ? [t('access.madeThatDay', { time: format.time(site.openFrom) })] : []),
          ...(within(site.openUntil)
            ? [t('access.archivedThatDay', { time: format.time(site.openUntil) })]
            : []),
        ];
  return [t('access.people', { count: page.people }), place.join(', ')].join(' · ');
}
