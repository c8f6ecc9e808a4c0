import type { Background } from '../../background/tasks';
import type { ServiceDeps } from '../deps';

export interface BackupDeps extends Pick<ServiceDeps, 'db' | 'clock' | 'announce'> {
  /** The database's, 32 bytes. */
  key: Uint8Array;
  /** In the data folder, absolute. */
  ownFolder: string;
  background: Background;
  /** What nobody meant goes to the log; answers the reference to it. */
  fault: (error: unknown) => string;
  /** Milliseconds that only ever go forward. */
  elapsed: () => number;
}
