import { useTranslation } from 'react-i18next';
import type { Standing } from '../../../core/contract/restore-preview';
import { hasAllSites } from '../../../core/domain/role';
import { useRoleNames } from '../../i18n/role-name';

/** How somebody stands now and then, in words; of each only what differs. */
export function useStandingText(): (now: Standing, restored: Standing) => { now: string; restored: string } {
  const { t } = useTranslation(['restore', 'common']);
  const roles = useRoleNames();

  function sites({ role, sites: names }: Standing): string {
    if (role !== null && hasAllSites(role)) return t('restore:everywhere');
    return names.length === 0 ? t('restore:noSite') : names.join(', ');
  }

  return (now, restored) => {
    const parts = (standing: Standing) =>
      [
        now.status !== restored.status && t(`common:status.${standing.status}`),
        now.role !== restored.role && (standing.role === null ? '–' : roles[standing.role]),
        sites(now) !== sites(restored) && sites(standing),
      ].filter((part) => part !== false);
    return { now: parts(now).join(', '), restored: parts(restored).join(', ') };
  };
}
