import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { SiteRow } from '../../../core/contract/sites';
import { EmptyState } from '../../components/empty-state';
import { PageHead } from '../../components/page-head';
import { RowsSkeleton } from '../../components/rows-skeleton';
import { useErrorText } from '../../i18n/error-text';
import { useCan } from '../../ipc/app-state';
import { useRequest } from '../../ipc/query';
import { AddSiteDialog } from './add-site-dialog';
import { ArchiveSiteDialog } from './archive-site-dialog';
import { RenameSiteDialog } from './rename-site-dialog';
import { SiteHistory } from './site-history';
import { SitesTable } from './sites-table';

type Act = { kind: 'add' } | { kind: 'rename'; site: SiteRow } | { kind: 'archive'; site: SiteRow };

export function SitesPage() {
  const { t } = useTranslation('sites');
  const can = useCan();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const { data, error, refetch } = useRequest('sites.list', {});
  const [act, setAct] = useState<Act | null>(null);
  const [told, setTold] = useState<SiteRow | null>(null);
  const close = () => setAct(null);

  const open = data?.sites.filter(({ archivedAt }) => archivedAt === null) ?? [];
  const archived = data?.sites.filter(({ archivedAt }) => archivedAt !== null) ?? [];
  const facts = [
    t('facts.open', { count: open.length }),
    ...(archived.length > 0 ? [t('facts.archived', { count: archived.length })] : []),
  ];

  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }}>
      <PageHead
        title={t('title')}
        facts={data === undefined ? '\u00a0' : facts.join(' · ')}
        actions={
          can('site.create') && (
            <Button variant="contained" onClick={() => setAct({ kind: 'add' })}>
              {t('acts.add')}
            </Button>
          )
        }
      />
      {data === undefined && (
        <Box sx={panel}>
          {error === null ? (
            <RowsSkeleton rows={4} />
          ) : (
            <EmptyState
              title={t('failed.title')}
              text={errorText(error.error)}
              action={<Button onClick={() => void refetch()}>{t('failed.retry')}</Button>}
            />
          )}
        </Box>
      )}
      {data?.sites.length === 0 && (
        <Box sx={panel}>
          <EmptyState
            title={t('empty.title')}
            text={t(can('site.create') ? 'empty.hint' : 'empty.readOnlyHint')}
          />
        </Box>
      )}
      {data !== undefined && data.sites.length > 0 && (
        <Box
          sx={{ flex: 1, minHeight: 0, display: 'flex', alignItems: 'stretch', gap: 3 }}
          onKeyDown={(event) => event.key === 'Escape' && setTold(null)}
        >
          <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
            <SitesTable
              open={open}
              archived={archived}
              onRename={can('site.update') ? (site) => setAct({ kind: 'rename', site }) : null}
              onArchive={can('site.archive') ? (site) => setAct({ kind: 'archive', site }) : null}
              onHistory={can('audit.list') ? setTold : null}
              onAccess={can('audit.list') ? ({ id }) => void navigate(`/activity/access?site=${id}`) : null}
              narrow={told !== null}
            />
          </Box>
          {told !== null && <SiteHistory site={told} onClose={() => setTold(null)} />}
        </Box>
      )}
      {act?.kind === 'add' && <AddSiteDialog onClose={close} />}
      {act?.kind === 'rename' && <RenameSiteDialog site={act.site} onClose={close} />}
      {act?.kind === 'archive' && (
        <ArchiveSiteDialog
          site={act.site}
          others={open.filter(({ id }) => id !== act.site.id)}
          onClose={close}
        />
      )}
    </Box>
  );
}

const panel = {
  border: 1,
  borderColor: 'line',
  borderRadius: 1,
  bgcolor: 'surface',
  overflow: 'hidden',
} as const;
