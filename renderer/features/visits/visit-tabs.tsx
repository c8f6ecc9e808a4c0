import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useTranslation } from 'react-i18next';
import type { RequestOutput } from '../../../core/contract/index';
import { type VisitTab, visitTab } from '../../../core/contract/visits';
import { useFormat } from '../../i18n/format';

/** The panel all tabs show. */
export const visitPanelId = 'visits-list';

export const visitTabId = (tab: VisitTab) => `visits-tab-${tab}`;

interface VisitTabsProps {
  tab: VisitTab;
  onTab: (tab: VisitTab) => void;
  counts: RequestOutput<'visits.page'>['counts'] | undefined;
}

export function VisitTabs({ tab, onTab, counts }: VisitTabsProps) {
  const { t } = useTranslation('visits');
  const format = useFormat();
  const countOf = (name: VisitTab) => (name === 'history' ? undefined : counts?.[name]);
  return (
    <Tabs
      value={tab}
      onChange={(_event, next: VisitTab) => onTab(next)}
      aria-label={t('tabs.label')}
      sx={{ flexShrink: 0 }}
    >
      {visitTab.options.map((name) => (
        <Tab
          key={name}
          value={name}
          id={visitTabId(name)}
          aria-controls={visitPanelId}
          label={
            <span>
              {t(`tabs.${name}`)}
              {/* The page's facts say it in words. */}
              <Box component="span" aria-hidden sx={count}>
                {countOf(name) === undefined ? '' : format.number(countOf(name) ?? 0)}
              </Box>
            </span>
          }
        />
      ))}
    </Tabs>
  );
}

const count = {
  ml: 1.5,
  color: 'thirdInk',
  fontWeight: 'fontWeightRegular',
  '&:empty': { display: 'none' },
} as const;
