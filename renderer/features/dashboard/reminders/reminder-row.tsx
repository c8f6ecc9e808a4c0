import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import type { ExpiringInvitation } from '../../../../core/contract/invitations';
import { hasAllSites } from '../../../../core/domain/role';
import { Initials } from '../../../components/initials';
import { StatusDot } from '../../../components/status-label';
import { VisuallyHidden } from '../../../components/visually-hidden';
import { useFormat } from '../../../i18n/format';
import { useRoleNames } from '../../../i18n/role-name';

const minute = 60_000;
const hour = 60 * minute;

interface ReminderRowProps {
  invitation: ExpiringInvitation;
  /** Main's clock. */
  now: number;
  /** Its own request runs. */
  pending: boolean;
  onResend: () => void;
}

/** Plain cells, styled by `ReminderTable`. */
export function ReminderRow({ invitation, now, pending, onResend }: ReminderRowProps) {
  const { t } = useTranslation(['dashboard', 'common']);
  const format = useFormat();
  const roleNames = useRoleNames();
  const { email, displayName, role, expiresAt, resendable } = invitation;
  const left = Math.max(0, expiresAt - now);
  const full = format.dateTime(expiresAt);

  function access(): string {
    if (hasAllSites(role)) return `${roleNames[role]} · ${t('common:organizationWide')}`;
    const sites = invitation.sites.map((site) => site.name);
    if (invitation.otherSites > 0) sites.push(t('dashboard:reminders.otherSites'));
    return `${roleNames[role]} · ${sites.join(', ')}`;
  }

  return (
    <tr>
      <td className="who">
        <span className="person">
          <Initials name={displayName ?? email} />
          <span className="lines">
            <span title={email}>{email}</span>
            {displayName !== null && (
              <span className="caption">{t('dashboard:reminders.back', { name: displayName })}</span>
            )}
          </span>
        </span>
      </td>
      <td className="access" title={access()}>
        {access()}
      </td>
      <td>
        <time className="left" dateTime={new Date(expiresAt).toISOString()} title={full}>
          <StatusDot tone="pending" />
          {left >= hour
            ? t('dashboard:reminders.hours', { count: Math.floor(left / hour) })
            : t('dashboard:reminders.minutes', { count: Math.max(1, Math.ceil(left / minute)) })}
          <VisuallyHidden>, {full}</VisuallyHidden>
        </time>
      </td>
      <td className="acts">
        {resendable ? (
          <Button
            size="small"
            sx={{ height: 28 }}
            disabled={pending}
            onClick={onResend}
            aria-label={t('dashboard:reminders.resendFor', { email })}
          >
            {t('dashboard:reminders.resend')}
          </Button>
        ) : (
          <span className="caption">{t('dashboard:reminders.beyond', { role: roleNames.tenant_admin })}</span>
        )}
      </td>
    </tr>
  );
}
