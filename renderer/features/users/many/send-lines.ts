import { type DecidedLine, type DoneLine, linesPerAct } from '../../../../core/contract/many-invitations';
import { RequestError } from '../../../ipc/client';

interface Sending {
  /** One act of main. */
  send: (lines: DecidedLine[]) => Promise<readonly DoneLine[]>;
  /** Asked between two acts. */
  stopped: () => boolean;
  /** Settles once the window is open again. */
  unlocked: () => Promise<void>;
  onProgress: (done: number) => void;
}

/** What came of the lines, as far as it got; `error`: why it got no further. */
export interface Sent {
  done: DoneLine[];
  error: RequestError | null;
}

/**
 * Sends a list act by act, so that main is never busy for long and the person can stop. A lock holds it up; it goes on from
 * where it was.
 */
export async function sendLines(lines: readonly DecidedLine[], sending: Sending): Promise<Sent> {
  const done: DoneLine[] = [];
  while (done.length < lines.length && !sending.stopped()) {
    try {
      done.push(...(await sending.send(lines.slice(done.length, done.length + linesPerAct))));
      sending.onProgress(done.length);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      if (error.error.code !== 'access.locked') return { done, error };
      await sending.unlocked();
    }
  }
  return { done, error: null };
}
