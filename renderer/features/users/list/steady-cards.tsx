import { replaceEqualDeep } from '@tanstack/react-query';
import { memo } from 'react';
import { StatisticCards } from '../../../components/statistic-cards';

/** The cards, painted again only for other figures: every answer to a search brings the same ones along. */
export const SteadyCards = memo(
  StatisticCards,
  (before, after) =>
    before.pressed === after.pressed &&
    before.onPress === after.onPress &&
    replaceEqualDeep(before.statistics, after.statistics) === before.statistics,
);
