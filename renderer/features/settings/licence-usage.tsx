import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { Usage } from '../../../core/contract/licence';
import { Notice } from '../../components/notice';
import { useFormat } from '../../i18n/format';
import type { Licence } from './licence';
import { LimitReached } from './limit-reached';
import { UsageMeter } from './usage-meter';

/** What is used of what the licence allows, and what to do where nothing is left. */
export function LicenceUsage({ licence }: { licence: Licence }) {
  const { t } = useTranslation('licence');
  const format = useFormat();
  const { users, sites, checkIns, seatsRunOutAt } = licence;
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      <Box sx={meters}>
        <UsageMeter
          text={t(users.limit === null ? 'usage.usersAll' : 'usage.usersOf', { ...users })}
          usage={users}
        />
        <UsageMeter
          text={t(sites.limit === null ? 'usage.sitesAll' : 'usage.sitesOf', { ...sites })}
          usage={sites}
        />
        <UsageMeter
          text={t(checkIns.limit === null ? 'usage.checkInsAll' : 'usage.checkInsOf', { ...checkIns })}
          usage={checkIns}
          monthly
        />
      </Box>
      {isFull(users) && (
        <LimitReached
          text={t('full.users')}
          act={{ to: '/users?show=people', label: t('full.deactivate') }}
        />
      )}
      {isFull(sites) && (
        <LimitReached text={t('full.sites')} act={{ to: '/sites', label: t('full.archive') }} />
      )}
      {isFull(checkIns) && <LimitReached text={t('full.checkIns')} act={null} />}
      {seatsRunOutAt !== null && !isFull(users) && (
        <Notice tone="pending">{t('runOut', { date: format.date(seatsRunOutAt) })}</Notice>
      )}
    </Box>
  );
}

function isFull({ used, limit }: Usage): boolean {
  return limit !== null && used >= limit;
}

const meters = { display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: 5 } as const;
