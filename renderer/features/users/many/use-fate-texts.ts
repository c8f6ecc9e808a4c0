import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { mixedScriptsInEmail } from '../../../../core/domain/look-alike';
import { hasAllSites, type Role } from '../../../../core/domain/role';
import type { StatusTone } from '../../../components/status-label';
import { useErrorText } from '../../../i18n/error-text';
import { useFormat } from '../../../i18n/format';
import { useRoleNames } from '../../../i18n/role-name';
import type { Fate } from './lines';

export interface FateTexts {
  /** "Member, Berlin and Hamburg". */
  access(role: Role, siteNames: readonly string[]): string;
  outcome(outcome: Fate['outcome']): string;
  tone(outcome: Fate['outcome']): StatusTone;
  /** Why, or what else there is to know; empty: nothing. */
  note(fate: Fate, typed: string): string;
}

const tones: Record<Fate['outcome'], StatusTone> = {
  new: 'active',
  resend: 'pending',
  reactivation: 'active',
  skipped: 'inactive',
  alreadyActive: 'inactive',
  duplicate: 'inactive',
  invalid: 'expired',
  noSeat: 'expired',
  unavailable: 'expired',
  refused: 'expired',
  untried: 'inactive',
};

/** What the lines of a list say; looked up once for the table. */
export function useFateTexts(): FateTexts {
  const { t } = useTranslation(['many', 'fields', 'common', 'hints']);
  const format = useFormat();
  const errorText = useErrorText();
  const roleNames = useRoleNames();

  return useMemo(() => {
    const access = (role: Role, siteNames: readonly string[]) =>
      t('many:access', {
        role: roleNames[role],
        sites: hasAllSites(role) ? t('common:organizationWide') : format.list(siteNames),
      });
    const lookAlike = (typed: string) => {
      const scripts = mixedScriptsInEmail(typed);
      if (scripts === null) return '';
      const names = format.list(scripts.map((script) => t(`hints:lookAlike.script.${script}`)));
      return t('hints:lookAlike.email', { scripts: names });
    };
    return {
      access,
      outcome: (outcome) => t(`many:outcome.${outcome}`),
      tone: (outcome) => tones[outcome],
      note: (fate, typed) => {
        switch (fate.outcome) {
          case 'new':
            return lookAlike(typed);
          case 'resend':
            if (fate.expired) return t('many:note.expired');
            return t(fate.differs ? 'many:note.differs' : 'many:note.pending', {
              access: access(fate.role, fate.siteNames),
            });
          case 'reactivation':
            return t('many:note.reactivation', { name: fate.displayName });
          case 'alreadyActive':
            return fate.displayName;
          case 'invalid':
            return t(`fields:email.${fate.problem}`);
          case 'duplicate':
            return t('many:note.duplicate', { line: format.number(fate.of + 1) });
          case 'refused':
            return errorText(fate.error);
          default:
            return t(`many:note.${fate.outcome}`);
        }
      },
    };
  }, [t, format, errorText, roleNames]);
}
