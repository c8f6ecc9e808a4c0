import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { Statistics } from '../../core/contract/users';
import { StatisticCard } from './statistic-card';

/** What a card, or `?show=` in the address, narrows the list of people to. */
export const presets = ['people', 'administrators', 'pending', 'expired'] as const;
export type Preset = (typeof presets)[number];

interface StatisticCardsProps {
  statistics: Statistics | undefined;
  /** The card whose filter is set; left out where the cards lead to another page. */
  pressed?: Preset | null;
  onPress: (preset: Preset) => void;
}

/** The four cards (product.md §6), on the Dashboard and above the list. Each leads to what it counts. */
export function StatisticCards({ statistics, pressed, onPress }: StatisticCardsProps) {
  const { t } = useTranslation('common');
  const common = (preset: Preset) => ({
    label: t(`cards.${preset}`),
    loading: statistics === undefined,
    ...(pressed !== undefined && { pressed: pressed === preset }),
    onPress: () => onPress(preset),
  });
  const { users, administrators, pending, invitations } = statistics ?? {};

  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr)) minmax(0, 1.45fr)', gap: 3 }}>
      <StatisticCard
        {...common('people')}
        figure={users?.total}
        note={users && t('cards.peopleNote', { active: users.active, inactive: users.inactive })}
      />
      <StatisticCard
        {...common('administrators')}
        figure={administrators?.total}
        note={administrators && t('cards.administratorsNote', { count: administrators.signedInThisWeek })}
      />
      <StatisticCard
        {...common('pending')}
        figure={pending?.total}
        note={pending && t('cards.pendingNote', { count: pending.expiringWithinDay })}
      />
      <StatisticCard
        {...common('expired')}
        parts={
          invitations && [
            { label: t('cards.acceptedLegend'), value: invitations.accepted, tone: 'active' },
            { label: t('cards.expiredLegend'), value: invitations.expired, tone: 'expired' },
          ]
        }
      />
    </Box>
  );
}
