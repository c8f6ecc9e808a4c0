import Box from '@mui/material/Box';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { PageHead } from '../../components/page-head';
import { useCan, useSession } from '../../ipc/app-state';
import { draftKey, useDrafts } from './drafts';
import { settingsSections, useLastPage } from './last-page';
import { SectionLink } from './section-link';

/** Settings are pages of their own, listed on the left; a link appears when its page exists and is allowed. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const can = useCan();
  const { userId } = useSession();
  const { pathname } = useLocation();
  const drafts = useDrafts((state) => state.drafts);
  const remember = useLastPage((state) => state.remember);
  const open = settingsSections.find(({ name }) => pathname === `/settings/${name}`)?.name;
  useEffect(() => {
    if (open !== undefined) remember(userId, open);
  }, [open, userId, remember]);
  return (
    <>
      <PageHead title={t('title')} />
      <Box sx={{ display: 'grid', gridTemplateColumns: '200px minmax(0, 1fr)', gap: 8, alignItems: 'start' }}>
        <Box component="nav" aria-label={t('sections')} sx={{ display: 'grid', gap: 0.5 }}>
          {settingsSections
            .filter(({ permission }) => permission === null || can(permission))
            .map(({ name }) => (
              <SectionLink
                key={name}
                to={`/settings/${name}`}
                label={t(`${name}.link`)}
                unsaved={draftKey(userId, name) in drafts}
              />
            ))}
          {can('user.list') && <SectionLink to="/users" label={t('people.link')} />}
        </Box>
        <Outlet />
      </Box>
    </>
  );
}
