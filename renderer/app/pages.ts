import type { ComponentType } from 'react';
import type { Permission } from '../../core/access/permissions';
import {
  ActivityIcon,
  DashboardIcon,
  SettingsIcon,
  SitesIcon,
  UsersIcon,
  VisitsIcon,
} from '../components/icons';

export interface Page {
  name: 'dashboard' | 'users' | 'visits' | 'sites' | 'activity' | 'settings';
  path: string;
  /** What the grant must hold for the page to be listed; `null`: everybody's. */
  permission: Permission | null;
  icon: ComponentType;
}

/** The pages of the rail and of the command palette, in their order. */
export const pages: readonly Page[] = [
  { name: 'dashboard', path: '/', permission: null, icon: DashboardIcon },
  { name: 'users', path: '/users', permission: 'user.list', icon: UsersIcon },
  { name: 'visits', path: '/visits', permission: 'visit.list', icon: VisitsIcon },
  { name: 'sites', path: '/sites', permission: 'site.list', icon: SitesIcon },
  { name: 'activity', path: '/activity', permission: 'audit.list', icon: ActivityIcon },
  { name: 'settings', path: '/settings', permission: null, icon: SettingsIcon },
];
