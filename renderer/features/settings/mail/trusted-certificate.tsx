import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Certificate } from '../../../../core/contract/mail';
import { RefusalAlert } from '../../../components/refusal-alert';
import { useSend } from '../../../ipc/query';
import { notify } from '../../../stores/notifications';
import { CertificateFacts } from './certificate-facts';

interface TrustedCertificateProps {
  certificate: Certificate;
  version: number;
}

/** The one certificate that somebody chose to trust, and the way back. In force at once, like the choice. */
export function TrustedCertificate({ certificate, version }: TrustedCertificateProps) {
  const { t } = useTranslation('mail');
  const forget = useSend('mail.trust', { onSuccess: () => notify(t('certificate.forgotten')) });
  return (
    <Box sx={{ border: 1, borderColor: 'line', borderRadius: 1, p: 4, '& > dl': { mb: 4 } }}>
      <Typography variant="label" component="h3" sx={{ mb: 3 }}>
        {t('certificate.trusted')}
      </Typography>
      <CertificateFacts certificate={certificate} />
      <Button disabled={forget.isPending} onClick={() => forget.mutate({ version, fingerprint: null })}>
        {t('certificate.forget')}
      </Button>
      <Box sx={{ mt: 3, '&:empty': { display: 'none' } }}>
        <RefusalAlert error={forget.error} />
      </Box>
    </Box>
  );
}
