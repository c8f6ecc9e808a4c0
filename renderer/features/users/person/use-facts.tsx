import { useTranslation } from 'react-i18next';
import type { ListRow, UserDetail } from '../../../../core/contract/users';
import { hasAllSites } from '../../../../core/domain/role';
import { RelativeTime } from '../../../components/relative-time';
import { StatusLabel } from '../../../components/status-label';
import { useFormat } from '../../../i18n/format';
import { useNow } from '../../../ipc/app-state';
import { useRowTexts } from '../list/use-row-texts';
import type { Fact } from './fact-list';

interface Shown {
  /** Where it isn't in a field of its own. */
  withEndDate: boolean;
  /** How many there are, where they aren't listed. */
  withSessions: boolean;
}

/** What is known about an account, most asked for first; what doesn't apply is left out. */
export function useUserFacts({ withEndDate, withSessions }: Shown): (user: UserDetail) => Fact[] {
  const { t } = useTranslation(['users', 'common']);
  const now = useNow();
  const texts = useRowTexts(now);
  const format = useFormat();
  const moment = (at: number | null) =>
    at === null ? t('users:person.never') : <RelativeTime at={at} now={now} />;

  return (user) => {
    const facts: (Fact | false)[] = [
      {
        label: t('users:person.status'),
        value: (
          <StatusLabel
            tone={user.status}
            label={t(`common:status.${user.status}`)}
            note={texts.statusNote({ ...user, expiresAt: null })}
          />
        ),
      },
      { label: t('users:person.role'), value: texts.role(user) },
      { label: t('users:person.sites', { count: siteCount(user) }), value: texts.sites(user) },
      { label: t('users:person.lastActivity'), value: moment(user.lastActivityAt) },
      { label: t('users:person.lastSignIn'), value: moment(user.lastSignInAt) },
      { label: t('users:person.created'), value: format.date(user.createdAt) },
      user.deactivatedAt !== null && {
        label: t('users:person.deactivated'),
        value: format.dateTime(user.deactivatedAt),
      },
      user.temporaryPasswordExpiresAt !== null && {
        label: t('users:person.temporaryUntil'),
        value: format.dateTime(user.temporaryPasswordExpiresAt),
      },
      user.reactivation !== null && {
        label: t('users:person.reactivationUntil'),
        value: format.dateTime(user.reactivation.expiresAt),
      },
      withEndDate &&
        user.leavesAt !== null && {
          label: t('users:endDate.label'),
          value: format.date(user.leavesAt - 1),
        },
      withSessions &&
        user.status === 'active' && {
          label: t('users:person.sessions'),
          value: format.number(user.openSessions),
        },
    ];
    return facts.filter((fact) => fact !== false);
  };
}

/** What is known about an invitation. */
export function useInvitationFacts(): (invitation: ListRow) => Fact[] {
  const { t } = useTranslation(['users', 'common']);
  const now = useNow();
  const texts = useRowTexts(now);
  const format = useFormat();

  return (invitation) => {
    const facts: (Fact | false)[] = [
      {
        label: t('users:person.status'),
        value: (
          <StatusLabel
            tone={invitation.status}
            label={t(`common:status.${invitation.status}`)}
            note={texts.statusNote(invitation)}
          />
        ),
      },
      { label: t('users:person.role'), value: texts.role(invitation) },
      { label: t('users:person.sites', { count: siteCount(invitation) }), value: texts.sites(invitation) },
      { label: t('users:person.invited'), value: <RelativeTime at={invitation.createdAt} now={now} /> },
      invitation.expiresAt !== null && {
        label: t(invitation.status === 'expired' ? 'users:person.expiredOn' : 'users:person.validUntil'),
        value: format.dateTime(invitation.expiresAt),
      },
    ];
    return facts.filter((fact) => fact !== false);
  };
}

/** As many as the label speaks of: it stands for all of them, or for none, in the plural. */
function siteCount({ role, sites, otherSites }: Pick<ListRow, 'role' | 'sites' | 'otherSites'>): number {
  return role !== null && hasAllSites(role) ? 2 : sites.length + otherSites;
}
