import type { BackupsStatus } from '../../contract/backups';
import { AppError } from '../../errors/app-error';
import type { BackupDeps } from './deps';

type Running = NonNullable<BackupsStatus['running']>;

export interface BackupJobs {
  running(): Running | null;
  /** One at a time; tells windows when it begins, goes on and ends. Error: `backup.busy`. */
  run<T>(what: Running['what'], work: (stage: (stage: string) => void) => Promise<T>): Promise<T>;
  /** What has to be through before any of them begins; it is shown to nobody. Never fails. */
  first(work: Promise<void>): void;
  /** Settles when none is running; `null`: none is. */
  settled(): Promise<void> | null;
}

export function createBackupJobs({ announce }: Pick<BackupDeps, 'announce'>): BackupJobs {
  let running: Running | null = null;
  let settled: Promise<void> | null = null;
  let before: Promise<void> | null = null;

  function show(next: Running | null): void {
    running = next;
    announce({ kind: 'backups' });
  }

  return {
    running: () => running,
    settled: () => settled,
    first(work) {
      before = work.then(() => {
        before = null;
      });
    },
    async run(what, work) {
      if (before !== null) await before;
      if (running !== null) throw new AppError('backup.busy');
      show({ what, stage: 'copying' });
      const done = work((stage) => {
        if (stage === 'checking') show({ what, stage });
      });
      settled = done.then(
        () => undefined,
        () => undefined,
      );
      try {
        return await done;
      } finally {
        settled = null;
        show(null);
      }
    },
  };
}
