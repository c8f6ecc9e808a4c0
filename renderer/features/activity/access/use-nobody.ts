import { useTranslation } from 'react-i18next';
import type { AccessPage } from '../../../../core/contract/access';
import { useFormat } from '../../../i18n/format';
import type { AccessQuestion } from './use-access';

/** Why nobody could enter: the time hasn't come, there was no organisation or no such site yet, it was closed, or just so. */
export function useNobody(
  now: number,
): (page: AccessPage, asked: AccessQuestion) => { title: string; text: string } {
  const { t } = useTranslation('audit');
  const format = useFormat();
  return (page, { from, before, text }) => {
    if (text !== '' && page.people > 0) {
      return { title: t('access.empty.nothingFound'), text: t('access.empty.nothingFoundHint') };
    }
    const { site, begun } = page;
    if (from > now) return { title: t('access.empty.ahead'), text: t('access.empty.aheadHint') };
    if (before <= begun) {
      const when = format.dateTime(begun);
      return { title: t('access.empty.before'), text: t('access.empty.beforeHint', { when }) };
    }
    if (site !== null && before <= site.openFrom) {
      const when = format.dateTime(site.openFrom);
      return {
        title: t('access.empty.notYet', { site: site.name }),
        text: t('access.empty.notYetHint', { when }),
      };
    }
    if (site?.openUntil != null && from >= site.openUntil) {
      const when = format.dateTime(site.openUntil);
      return {
        title: t('access.empty.archived', { site: site.name }),
        text: t('access.empty.archivedHint', { when }),
      };
    }
    return { title: t('access.empty.nobody'), text: t('access.empty.nobodyHint') };
  };
}
