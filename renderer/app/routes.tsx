import type { ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import type { Permission } from '../../core/access/permissions';
import { AccessPage } from '../features/activity/access/access-page';
import { ActivityPage } from '../features/activity/activity-page';
import { DashboardPage } from '../features/dashboard/dashboard-page';
import { BackupsSettings } from '../features/settings/backups/backups-settings';
import { LanguageSettings } from '../features/settings/language-settings';
import { LicenceSettings } from '../features/settings/licence-settings';
import { MailSettings } from '../features/settings/mail/mail-settings';
import { OrganisationSettings } from '../features/settings/organisation-settings';
import { SecuritySettings } from '../features/settings/security-settings';
import { SettingsIndex } from '../features/settings/settings-index';
import { SettingsPage } from '../features/settings/settings-page';
import { SitesPage } from '../features/sites/sites-page';
import { UsersPage } from '../features/users/users-page';
import { VisitsPage } from '../features/visits/visits-page';
import { useCan } from '../ipc/app-state';
import { AppLayout } from './app-layout';

/** Every page of a signed-in person. A page that the grant doesn't allow (any more) leads to the Dashboard. */
export function AppRoutes() {
  return (
    <Routes>
      <Route element={<AppLayout />}>
        <Route index element={<DashboardPage />} />
        <Route path="users" element={<Allowed permission="user.list" page={<UsersPage />} />} />
        <Route path="visits" element={<Allowed permission="visit.list" page={<VisitsPage />} />} />
        <Route path="sites" element={<Allowed permission="site.list" page={<SitesPage />} />} />
        <Route path="activity" element={<Allowed permission="audit.list" page={<ActivityPage />} />} />
        <Route path="activity/access" element={<Allowed permission="audit.list" page={<AccessPage />} />} />
        <Route path="settings" element={<SettingsPage />}>
          <Route index element={<SettingsIndex />} />
          <Route
            path="organisation"
            element={<Allowed permission="organisation.read" page={<OrganisationSettings />} />}
          />
          <Route path="language" element={<LanguageSettings />} />
          <Route
            path="security"
            element={<Allowed permission="security.read" page={<SecuritySettings />} />}
          />
          <Route path="mail" element={<Allowed permission="mail.read" page={<MailSettings />} />} />
          <Route path="backups" element={<Allowed permission="backup.read" page={<BackupsSettings />} />} />
          <Route path="licence" element={<Allowed permission="licence.read" page={<LicenceSettings />} />} />
        </Route>
        <Route path="*" element={<Navigate to="/" replace />} />
      </Route>
    </Routes>
  );
}

function Allowed({ permission, page }: { permission: Permission; page: ReactNode }) {
  return useCan()(permission) ? page : <Navigate to="/" replace />;
}
