import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../components/notice';
import { RefusalAlert } from '../../../components/refusal-alert';
import { CertificateFacts } from './certificate-facts';
import type { TestMail } from './use-test-mail';

interface TestOutcomeProps {
  test: TestMail;
  /** Something was changed since: what went well before says nothing about that. */
  outdated: boolean;
}

/** What became of the test mail; a certificate nobody vouches for is shown before it can be trusted. */
export function TestOutcome({ test, outdated }: TestOutcomeProps) {
  const { t } = useTranslation('mail');
  const { untrusted, error, sent, trusted } = test;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A certificate takes more room than the window may have left.
    if (error !== null || sent !== null || trusted) place.current?.scrollIntoView({ block: 'nearest' });
  }, [error, sent, trusted]);

  if (test.sending) return <Notice>{t('test.sending')}</Notice>;
  if (error === null && (outdated || (sent === null && !trusted))) return null;
  return (
    <Box ref={place} sx={{ scrollMarginBottom: 96 }}>
      {error === null && (
        <Notice>
          {sent === null
            ? t('certificate.trustedNow')
            : t('test.sent', { to: sent.to, response: sent.response })}
        </Notice>
      )}
      <RefusalAlert
        error={error}
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
    </Box>
  );
}
