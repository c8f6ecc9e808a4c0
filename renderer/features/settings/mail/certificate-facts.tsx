import { useTranslation } from 'react-i18next';
import type { Certificate } from '../../../../core/contract/mail';
import { Facts } from '../../../components/facts';
import { useFormat } from '../../../i18n/format';

/** What somebody recognises a server's certificate by. */
export function CertificateFacts({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('mail');
  const format = useFormat();
  const { fingerprint, subject, issuer, validFrom, validUntil } = certificate;
  return (
    <Facts
      facts={[
        { label: t('certificate.fingerprint'), value: fingerprint },
        { label: t('certificate.subject'), value: subject },
        { label: t('certificate.issuer'), value: issuer },
        {
          label: t('certificate.valid'),
          value: t('certificate.between', { from: format.date(validFrom), until: format.date(validUntil) }),
        },
      ]}
    />
  );
}
