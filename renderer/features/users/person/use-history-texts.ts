import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../../core/contract/users';
import { useFormat } from '../../../i18n/format';
import { resources, type Texts } from '../../../i18n/resources';
import { useRoleNames } from '../../../i18n/role-name';

type Sentence = keyof Texts['users']['history']['done'];
type Refusal = keyof Texts['users']['history']['denied'];
type Change = HistoryEntry['changes'][number];

export interface HistoryTexts {
  /** "Ada Lindqvist reset the password." */
  sentence(entry: HistoryEntry): string;
  field(change: Change): string;
  value(change: Change, side: 'before' | 'after'): string;
}

/** What a line of the history says. An action this version knows no sentence for is named as it is. */
export function useHistoryTexts(): HistoryTexts {
  const { t } = useTranslation(['users', 'common']);
  const format = useFormat();
  const roleNames = useRoleNames();

  return useMemo(() => {
    const nameOf = ({ actor }: HistoryEntry) => {
      if (actor === null) return t('users:history.app');
      return actor.name ?? t('users:history.erased');
    };
    return {
      sentence: (entry) => {
        const actor = nameOf(entry);
        const key = entry.action.replaceAll('.', '_');
        if (entry.outcome === 'denied') {
          return t(`users:history.denied.${isRefusal(key) ? key : 'other'}`, { actor });
        }
        if (isSentence(key)) return t(`users:history.done.${key}`, { actor });
        return t('users:history.done.other', { actor, action: entry.action });
      },
      field: ({ field }) => t(`common:field.${field}`),
      value: ({ field, ...change }, side) => {
        const value = change[side];
        if (value === null || value === '') return t('common:dash');
        if (field === 'role' && isRole(value)) return roleNames[value];
        if (field === 'status' && (value === 'active' || value === 'inactive')) {
          return t(`common:status.${value}`);
        }
        if (field === 'leavesAt' && /^\d+$/.test(value)) return format.date(Number(value) - 1);
        return value;
      },
    };

    function isRole(value: string): value is keyof typeof roleNames {
      return value in roleNames;
    }
  }, [t, format, roleNames]);
}

/** Actions are plain strings for the compiler; whether there is a sentence for one shows at run time. */
function isSentence(key: string): key is Sentence {
  return Object.hasOwn(resources.en.users.history.done, key);
}

function isRefusal(key: string): key is Refusal {
  return Object.hasOwn(resources.en.users.history.denied, key);
}
