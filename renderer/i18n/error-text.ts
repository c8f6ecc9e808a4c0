import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireError } from '../../core/errors/catalogue';
import { useFormat } from './format';
import { useRoleNames } from './role-name';

/** What an error says to a person, in the app's language: the text of its code, filled with its data. */
export function useErrorText(): (error: WireError) => string {
  const { t } = useTranslation(['errors', 'fields', 'common', 'visits', 'mail']);
  const format = useFormat();
  const roleNames = useRoleNames();
  return useCallback(
    (error) => {
      switch (error.code) {
        case 'email.invalid':
          return t('errors:email.invalid', { reason: t(`fields:email.${error.data.reason}`) });
        case 'name.invalid':
          return t('errors:name.invalid', { reason: t(`fields:name.${error.data.reason}`) });
        case 'user.self':
          return t(`errors:user.self_${error.data.act}`);
        case 'user.undo_refused':
          return t(`errors:user.undo_refused_${error.data.reason}`, { name: error.data.name });
        case 'user.changed_meanwhile':
          return t('errors:user.changed_meanwhile', {
            changes: error.data.fields
              .map(({ field, current }) =>
                t('common:changedTo', {
                  field: t(`common:field.${field}`),
                  current: currentText(field, current),
                }),
              )
              .join(' '),
          });
        case 'invitation.wait':
        case 'recovery.wait':
        case 'key.wait':
        case 'restore.wait':
          return t(`errors:${error.code}`, { wait: format.seconds(error.data.waitSeconds) });
        case 'licence.expired':
        case 'licence.read_only':
          return t(`errors:${error.code}`, { date: format.date(error.data.validUntil) });
        case 'licence.users':
        case 'licence.sites':
        case 'licence.check_ins': {
          const { used, limit, tier } = error.data;
          return t(`errors:${error.code}`, { used: format.number(used), limit: format.number(limit), tier });
        }
        case 'list.no_seats': {
          const { lines, used, limit, tier } = error.data;
          return t('errors:list.no_seats', {
            lines: format.number(lines),
            used: format.number(used),
            limit: format.number(limit),
            tier,
          });
        }
        case 'list.too_long':
          return t('errors:list.too_long', {
            lines: format.number(error.data.lines),
            maximum: format.number(error.data.maximum),
          });
        case 'mail.failed': {
          const { problem, detail } = error.data;
          return t('errors:mail.failed', { problem: t(`mail:problem.${problem}`), detail }).trim();
        }
        case 'backup.disk_full':
          return t('errors:backup.disk_full', {
            folder: error.data.folder,
            needed: format.bytes(error.data.needed),
          });
        case 'visit.state':
          return t('errors:visit.state', { state: t(`visits:state.${error.data.state}`) });
        case 'site.only_site_of':
          return error.data.people === 1
            ? t('errors:site.only_site_of_one', error.data)
            : t('errors:site.only_site_of', { ...error.data, people: format.number(error.data.people) });
        case 'site.has_invitations':
          return error.data.invitations === 1
            ? t('errors:site.has_invitations_one', error.data)
            : t('errors:site.has_invitations', {
                ...error.data,
                invitations: format.number(error.data.invitations),
              });
        default:
          return t(`errors:${error.code}`, { ...error.data });
      }

      function currentText(field: string, current: string): string {
        if (field === 'role' && current in roleNames) return roleNames[current as keyof typeof roleNames];
        if (field === 'sites' && current === '') return t('common:organizationWide');
        if (field === 'status' && (current === 'active' || current === 'inactive')) {
          return t(`common:status.${current}`);
        }
        // Access ends at the midnight after the last day, which is what the form asks for.
        if (field === 'leavesAt') return current === '' ? '–' : format.date(Number(current) - 1);
        return current;
      }
    },
    [t, format, roleNames],
  );
}
