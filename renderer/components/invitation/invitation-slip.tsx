import { useTranslation } from 'react-i18next';
import type { ReadyInvitation } from '../../../core/contract/invitations';
import { hasAllSites } from '../../../core/domain/role';
import { useFormat } from '../../i18n/format';
import { useRoleName } from '../../i18n/role-name';
import { useOrganisation } from '../../ipc/app-state';
import { QrCode } from '../qr-code';
import { Slip } from '../slip';

interface InvitationSlipProps {
  code: string;
  /** Drawn as a QR code: the link where it is known, else the code. */
  picture: string;
  note: string;
  invitation: Pick<ReadyInvitation, 'email' | 'role' | 'siteNames' | 'expiresAt'>;
}

/** Handed to the invited person. */
export function InvitationSlip({ code, picture, note, invitation }: InvitationSlipProps) {
  const { t } = useTranslation(['paper', 'common']);
  const format = useFormat();
  const roleName = useRoleName();
  const { name: organisation } = useOrganisation();
  const { email, role, siteNames, expiresAt } = invitation;
  const sites = hasAllSites(role) ? t('common:organizationWide') : format.list(siteNames);
  return (
    <Slip
      organisation={organisation}
      title={t('paper:invitation.title')}
      facts={[
        { label: t('paper:invitation.for'), value: email },
        { label: t('paper:invitation.role'), value: roleName(role) },
        { label: t('paper:invitation.sites'), value: sites },
        { label: t('paper:validUntil'), value: format.dateTime(expiresAt) },
      ]}
      secret={{ label: t('paper:invitation.code'), value: code }}
      picture={<QrCode text={picture} edge="34mm" />}
      note={note}
    />
  );
}
