import { useTranslation } from 'react-i18next';
import type { UserDetail } from '../../../../core/contract/users';
import { Slip } from '../../../components/slip';
import { useFormat } from '../../../i18n/format';
import { useOrganisation } from '../../../ipc/app-state';

interface TemporaryPasswordSlipProps {
  password: string;
  user: Pick<UserDetail, 'displayName' | 'email' | 'temporaryPasswordExpiresAt'>;
}

/** Handed to the person whose password it is. */
export function TemporaryPasswordSlip({ password, user }: TemporaryPasswordSlipProps) {
  const { t } = useTranslation('paper');
  const format = useFormat();
  const { name: organisation } = useOrganisation();
  const until = user.temporaryPasswordExpiresAt;
  const facts = [
    { label: t('temporary.name'), value: user.displayName },
    { label: t('temporary.email'), value: user.email },
  ];
  if (until !== null) facts.push({ label: t('validUntil'), value: format.dateTime(until) });
  return (
    <Slip
      organisation={organisation}
      title={t('temporary.title')}
      facts={facts}
      secret={{ label: t('temporary.password'), value: password }}
      note={t(until === null ? 'temporary.plainNote' : 'temporary.note')}
    />
  );
}
