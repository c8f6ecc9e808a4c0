import { type ReactNode, useState } from 'react';
import type { RequestOutput } from '../../../core/contract/index';
import type { RequestError } from '../../ipc/client';
import { useSend } from '../../ipc/query';
import { RecoveryKitDialog } from './recovery-kit-dialog';

interface RecoveryKit {
  /** Makes a new code, which kills the one before, and shows it. `onMade` runs first. */
  renew(onMade?: () => void): void;
  pending: boolean;
  error: RequestError | null;
  dialog: ReactNode;
}

export function useRecoveryKit(): RecoveryKit {
  const [kit, setKit] = useState<RequestOutput<'recovery.renew'> | null>(null);
  const { mutateAsync, isPending, error } = useSend('recovery.renew');
  return {
    renew(onMade) {
      void mutateAsync({}).then(
        (made) => {
          onMade?.();
          setKit(made);
        },
        // Shown by whoever asked.
        () => undefined,
      );
    },
    pending: isPending,
    error,
    dialog: kit === null ? null : <RecoveryKitDialog kit={kit} onClose={() => setKit(null)} />,
  };
}
