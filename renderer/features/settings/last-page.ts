import { create } from 'zustand';
import type { Permission } from '../../../core/access/permissions';

export interface SettingsSection {
  name: 'organisation' | 'security' | 'mail' | 'licence' | 'backups' | 'language';
  /** What the grant must hold; `null`: everybody's. */
  permission: Permission | null;
}

/** The settings pages in the order they are listed. */
export const settingsSections: readonly SettingsSection[] = [
  { name: 'organisation', permission: 'organisation.read' },
  { name: 'security', permission: 'security.read' },
  { name: 'mail', permission: 'mail.read' },
  { name: 'licence', permission: 'licence.read' },
  { name: 'backups', permission: 'backup.read' },
  { name: 'language', permission: null },
];

interface LastPage {
  last: { userId: string; name: string } | null;
  remember(userId: string, name: string): void;
}

/** The settings page somebody had open last in this window. */
export const useLastPage = create<LastPage>((set) => ({
  last: null,
  remember: (userId, name) => set({ last: { userId, name } }),
}));
