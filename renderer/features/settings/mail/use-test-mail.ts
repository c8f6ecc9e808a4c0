import type { RequestOutput } from '../../../../core/contract/index';
import type { Certificate } from '../../../../core/contract/mail';
import { errorData, type RequestError } from '../../../ipc/client';
import { useSend } from '../../../ipc/query';

export interface TestMail {
  send(): void;
  sending: boolean;
  sent: RequestOutput<'mail.sendTest'> | null;
  /** Why it didn't go, or why the certificate couldn't be trusted. */
  error: RequestError | null;
  /** The certificate that stands in the way. */
  untrusted: Certificate | null;
  trust(certificate: Certificate): void;
  trusting: boolean;
  /** The certificate in the way was trusted just now. */
  trusted: boolean;
  /** What came of it no longer matters. */
  forget(): void;
}

/** A mail to the signed-in person, and the choice to trust the server it would go to. */
export function useTestMail(version: number): TestMail {
  const test = useSend('mail.sendTest');
  const trust = useSend('mail.trust', { onSuccess: () => test.reset() });
  return {
    send: () => {
      trust.reset();
      test.mutate({});
    },
    sending: test.isPending,
    sent: test.data ?? null,
    error: trust.error ?? test.error,
    untrusted: errorData(test.error, 'mail.untrusted')?.certificate ?? null,
    trust: ({ fingerprint }) => trust.mutate({ version, fingerprint }),
    trusting: trust.isPending,
    trusted: trust.isSuccess,
    forget: () => {
      trust.reset();
      test.reset();
    },
  };
}
