import { useState } from 'react';
import type { ListedBackup } from '../../../../core/contract/backups';
import type { Wanted } from '../../../components/restore/restore-dialog';
import { useSend } from '../../../ipc/query';

/** Which backup somebody wants restored: one of the list, or a file the system's dialog asks for. */
export function useRestore() {
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const { mutate, error } = useSend('restore.choose', {
    onSuccess: ({ chosen }) => {
      if (chosen !== null) setWanted({ source: { from: 'file' }, ...chosen });
    },
  });
  return {
    wanted,
    restore: ({ id, file, state }: ListedBackup) =>
      setWanted({
        source: { from: 'list', id },
        file,
        opensWith: state === 'readable' ? 'key' : 'recoveryKey',
      }),
    choose: () => mutate({}),
    error,
    leave: () => setWanted(null),
  };
}
