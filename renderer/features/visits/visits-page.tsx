import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state';
import { PageHead } from '../../components/page-head';
import { useCurrentSite } from '../../ipc/current-site';
import { SiteVisits } from './site-visits';

/** The visitor log of the site chosen in the sidebar. */
export function VisitsPage() {
  const { t } = useTranslation('visits');
  const { loaded, site } = useCurrentSite();
  if (site !== null) return <SiteVisits site={site} />;
  if (!loaded) return null;
  return (
    <>
      <PageHead title={t('title')} />
      <Box sx={{ border: 1, borderColor: 'line', borderRadius: 1, bgcolor: 'surface' }}>
        <EmptyState title={t('empty.noSite')} text={t('empty.noSiteHint')} />
      </Box>
    </>
  );
}
