import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../components/notice';
import { RefusalAlert } from '../../../components/refusal-alert';
import { CertificateFacts } from './certificate-facts';
import type { TestMail } from './use-test-mail';

/** What became of the test mail; a certificate nobody vouches for is shown before it can be trusted. */
export function TestOutcome({ test }: { test: TestMail }) {
  const { t } = useTranslation('mail');
  const { untrusted, sent } = test;
  if (test.sending) return <Notice>{t('test.sending')}</Notice>;
  if (sent !== null) return <Notice>{t('test.sent', { to: sent.to, response: sent.response })}</Notice>;
  if (test.trusted) return <Notice>{t('certificate.trustedNow')}</Notice>;
  return (
    <RefusalAlert
      error={test.error}
      action={
        untrusted && (
          <Box sx={{ mt: 3, '& > dl': { mb: 3 } }}>
            <CertificateFacts certificate={untrusted} />
            <Button disabled={test.trusting} onClick={() => test.trust(untrusted)}>
              {t('certificate.trust')}
            </Button>
          </Box>
        )
      }
    />
  );
}
