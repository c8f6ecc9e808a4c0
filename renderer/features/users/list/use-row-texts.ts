import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListRow } from '../../../../core/contract/users';
import { useFormat } from '../../../i18n/format';
import { useRoleNames } from '../../../i18n/role-name';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type Activity = Pick<ListRow, 'kind' | 'lastActivityAt' | 'createdAt'>;
type Access = Pick<ListRow, 'role' | 'sites' | 'otherSites'>;
type State = Pick<ListRow, 'status' | 'expiresAt' | 'passwordDue' | 'reactivation'> &
  Partial<Pick<ListRow, 'senderGone'>>;

export interface RowTexts {
  status(state: State): string;
  /** Under an address without a name. */
  notRegistered: string;
  actionsFor(email: string): string;
  role(access: Access): string;
  sites(access: Access): string;
  /** The second line under the status, or `null`. */
  statusNote(state: State): string | null;
  /** Why an invitation can't be accepted, where it can't. */
  senderGone: string;
  activity(row: Activity): string;
  /** The moment `activity` speaks of, in full. */
  activityInFull(row: Activity): string;
}

/** What the cells of a row say; looked up once for the table, not by every row. `now` is main's clock. */
export function useRowTexts(now: number): RowTexts {
  const { t } = useTranslation(['users', 'common']);
  const format = useFormat();
  const roleNames = useRoleNames();

  return useMemo(() => {
    const timeLeft = (left: number) => {
      if (left >= day) return t('users:row.daysLeft', { count: Math.round(left / day) });
      if (left >= hour) return t('users:row.hoursLeft', { count: Math.round(left / hour) });
      return t('users:row.minutesLeft', { count: Math.max(1, Math.round(left / minute)) });
    };
    const dash = t('common:dash');
    const organisationWide = t('common:organizationWide');
    const statuses = {
      active: t('common:status.active'),
      inactive: t('common:status.inactive'),
      pending: t('common:status.pending'),
      expired: t('common:status.expired'),
    };
    return {
      status: ({ status }) => statuses[status],
      notRegistered: t('users:row.notRegistered'),
      senderGone: t('users:row.senderGoneWhy'),
      actionsFor: (email) => t('users:acts.for', { email }),
      role: ({ role }) => (role === null ? dash : roleNames[role]),
      sites: ({ role, sites, otherSites }) => {
        if (role === 'tenant_admin') return organisationWide;
        const names = sites.map(({ name }) => name);
        if (otherSites > 0) names.push(t('users:row.otherSites'));
        return names.length === 0 ? dash : names.join(', ');
      },
      statusNote: ({ status, expiresAt, passwordDue, reactivation, senderGone }) => {
        if (reactivation !== null) {
          return t(reactivation.expiresAt > now ? 'users:row.reactivation' : 'users:row.reactivationExpired');
        }
        if (status === 'active' && passwordDue) return t('users:row.passwordDue');
        if (expiresAt === null) return null;
        if (status === 'pending' && senderGone) return t('users:row.senderGone');
        return status === 'pending' ? timeLeft(expiresAt - now) : format.relative(expiresAt, now);
      },
      activity: ({ kind, lastActivityAt, createdAt }) => {
        if (kind === 'invitation') return t('users:row.invited', { when: format.relative(createdAt, now) });
        if (lastActivityAt === null) return t('users:row.never', { when: format.relative(createdAt, now) });
        return format.relative(lastActivityAt, now);
      },
      activityInFull: ({ lastActivityAt, createdAt }) => format.dateTime(lastActivityAt ?? createdAt),
    };
  }, [t, format, roleNames, now]);
}
