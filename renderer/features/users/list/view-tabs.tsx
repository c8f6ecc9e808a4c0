import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useTranslation } from 'react-i18next';
import type { ListTab } from './filters';

/** The panel both tabs show: one table, narrowed to one kind. */
export const listPanelId = 'users-list';

export const tabId = (tab: ListTab) => `users-tab-${tab}`;

interface ViewTabsProps {
  tab: ListTab;
  onTab: (tab: ListTab) => void;
}

export function ViewTabs({ tab, onTab }: ViewTabsProps) {
  const { t } = useTranslation('users');
  return (
    <Tabs
      value={tab}
      onChange={(_event, next: ListTab) => onTab(next)}
      aria-label={t('tabs.label')}
      sx={{ mb: 2, borderBottom: 1, borderColor: 'line', flexShrink: 0 }}
    >
      {(['users', 'invitations'] as const).map((name) => (
        <Tab key={name} value={name} id={tabId(name)} aria-controls={listPanelId} label={t(`tabs.${name}`)} />
      ))}
    </Tabs>
  );
}
