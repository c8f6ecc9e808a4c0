import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitTab } from '../../../core/contract/visits';
import { PageHead } from '../../components/page-head';
import { RefusalAlert } from '../../components/refusal-alert';
import { SearchField } from '../../components/search-field';
import { useCan } from '../../ipc/app-state';
import { type SiteRef, useCurrentSite } from '../../ipc/current-site';
import { CancelVisitDialog } from './cancel-visit-dialog';
import { NewVisitDialog } from './new-visit-dialog';
import { useVisitActs } from './use-visit-acts';
import { useVisits } from './use-visits';
import { useVisitsAddress } from './use-visits-address';
import { VisitList } from './visit-list';
import { VisitTabs } from './visit-tabs';

export function SiteVisits({ site }: { site: SiteRef }) {
  const { t } = useTranslation('visits');
  const can = useCan();
  const { choose } = useCurrentSite();
  const [registering, setRegistering] = useState(false);
  const [tab, setTab] = useState<VisitTab>('expected');
  const [search, setSearch] = useState('');
  /** The visit just registered: brought into view, and marked until the next step. */
  const [fresh, setFresh] = useState<{ visitId: string; siteId: string } | null>(null);
  const visits = useVisits({ siteId: site.id, tab, search });
  const acts = useVisitActs();
  const counts = visits.data?.pages[0]?.counts;

  const { forget } = acts;
  const showTab = useCallback(
    (next: VisitTab): void => {
      setFresh(null);
      forget();
      setTab(next);
    },
    [forget],
  );
  useVisitsAddress(
    showTab,
    useCallback(() => setRegistering(true), []),
  );
  const registered = (visitId: string, siteId: string): void => {
    setRegistering(false);
    setSearch('');
    showTab('expected');
    setFresh({ visitId, siteId });
    if (siteId !== site.id) choose(siteId);
  };

  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }}>
      <PageHead
        title={t('title')}
        facts={[
          site.name,
          ...(counts === undefined
            ? []
            : [t('facts.expected', { count: counts.expected }), t('facts.onSite', { count: counts.onSite })]),
        ].join(' · ')}
        actions={
          can('visit.register') && (
            <Button variant="contained" onClick={() => setRegistering(true)}>
              {t('acts.new')}
            </Button>
          )
        }
      />
      <Box sx={bar}>
        <VisitTabs tab={tab} onTab={showTab} counts={counts} />
        <SearchField label={t('search')} value={search} onChange={setSearch} />
      </Box>
      {acts.refusal !== null && (
        <Box sx={{ mb: 3 }}>
          <RefusalAlert error={acts.refusal} />
        </Box>
      )}
      <VisitList
        visits={visits}
        tab={tab}
        fresh={fresh?.siteId === site.id ? fresh.visitId : null}
        acts={acts}
      />
      {registering && <NewVisitDialog onRegistered={registered} onClose={() => setRegistering(false)} />}
      {acts.cancelling !== null && (
        <CancelVisitDialog visit={acts.cancelling} onClose={acts.closeCancelling} />
      )}
    </Box>
  );
}

const bar = {
  display: 'flex',
  alignItems: 'flex-end',
  justifyContent: 'space-between',
  gap: 4,
  mb: 3,
  flexShrink: 0,
} as const;
