import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet } from 'react-router';
import { PageHead } from '../../components/page-head';
import { useCan } from '../../ipc/app-state';

/** Settings are pages of their own, listed on the left; a link appears when its page exists and is allowed. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const can = useCan();
  return (
    <>
      <PageHead title={t('title')} />
      <Box sx={{ display: 'grid', gridTemplateColumns: '200px minmax(0, 1fr)', gap: 8, alignItems: 'start' }}>
        <Box component="nav" aria-label={t('sections')} sx={{ display: 'grid', gap: 0.5 }}>
          <SectionLink to="/settings/language">{t('language.link')}</SectionLink>
          {can('security.read') && <SectionLink to="/settings/security">{t('security.link')}</SectionLink>}
          {can('user.list') && <SectionLink to="/users">{t('people.link')}</SectionLink>}
        </Box>
        <Outlet />
      </Box>
    </>
  );
}

function SectionLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Box component={NavLink} to={to} sx={link}>
      {children}
    </Box>
  );
}

const link = {
  px: 3,
  py: 2,
  borderRadius: 1,
  color: 'secondInk',
  textDecoration: 'none',
  '&:hover': { bgcolor: 'sunken', color: 'ink' },
  '&.active': { bgcolor: 'accentTint', color: 'accent', fontWeight: 'fontWeightBold' },
  '&:focus-visible': { outline: 2, outlineColor: 'accent', outlineOffset: -2 },
} as const;
