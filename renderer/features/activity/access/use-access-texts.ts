import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessAct, AccessEntry } from '../../../../core/contract/access';
import type { RoleModel } from '../../../../core/domain/role';
import { useFormat } from '../../../i18n/format';
import type { Moments } from './asked';

interface ToldAct {
  who: string;
  how: string;
  when: string;
}

export interface AccessTexts {
  name(entry: AccessEntry): string;
  role(entry: AccessEntry): string;
  /** For how long of the day. */
  when(entry: AccessEntry): string;
  act(act: AccessAct): ToldAct;
  everywhere: string;
  lasts: string;
}

/** What a line of the answer says. */
export function useAccessTexts(roleModel: RoleModel, { from, before }: Moments, now: number): AccessTexts {
  const { t } = useTranslation(['audit', 'common']);
  const format = useFormat();
  // A day that isn't over ends with what has been of it.
  const over = Math.min(before, now);

  return useMemo(() => {
    const who = ({ by, kind }: AccessAct): string => {
      if (by === null) return t(kind === 'unknown' ? 'audit:access.nobody' : 'audit:access.app');
      const name = by.name ?? t('audit:access.erased');
      // Whoever may do it by delegation alone is told apart.
      if (by.role !== 'site_admin') return name;
      return t('audit:access.as', { name, role: t(`common:roles.${roleModel}.site_admin`) });
    };
    return {
      name: ({ name }) => name ?? t('audit:access.erased'),
      role: ({ role }) => t(`common:roles.${roleModel}.${role}`),
      when: (entry) => {
        const begins = entry.from > from ? format.time(entry.from) : null;
        const ends = entry.ended !== null && entry.ended.at < over ? format.time(entry.ended.at) : null;
        if (begins !== null && ends !== null)
          return t('audit:access.when.between', { from: begins, until: ends });
        if (begins !== null) return t('audit:access.when.from', { from: begins });
        return ends === null ? t('audit:access.when.all') : t('audit:access.when.until', { until: ends });
      },
      act: (act) => ({
        who: who(act),
        how: t(`audit:access.act.${act.kind}`, {
          invited: act.invitedAt === null ? '' : format.dateTime(act.invitedAt),
        }),
        when: format.dateTime(act.at),
      }),
      everywhere: t('audit:access.everywhere'),
      lasts: t('audit:access.lasts'),
    };
  }, [t, format, roleModel, from, over]);
}
