import { AppError } from '../../core/errors/app-error';
import type { LongJob } from '../../core/services/audit-log/long-job';
import type { CurrentSession } from '../window/window-sessions';
import type { SendEvent } from './events';

interface Parts {
  current(windowId: number): CurrentSession | null;
  has(windowId: number): boolean;
  send: SendEvent;
}

export type LongJobs = ReturnType<typeof createLongJobs>;

/**
 * Walks through the whole log that a window has asked for, one at a time at this desk. It ends with the window and with the
 * session it was begun in. Errors: `audit.busy`, `access.session_required`.
 */
export function createLongJobs({ current, has, send }: Parts) {
  let running: { windowId: number; abort: AbortController } | null = null;

  return {
    async run<T>(windowId: number, work: (job: LongJob) => Promise<T>): Promise<T> {
      if (running !== null) throw new AppError('audit.busy');
      const abort = new AbortController();
      const sessionId = current(windowId)?.held.sessionId;
      running = { windowId, abort };
      try {
        return await work({
          signal: abort.signal,
          progress(done, total) {
            const session = current(windowId);
            if (!has(windowId)) abort.abort();
            else if (session?.held.sessionId !== sessionId) throw new AppError('access.session_required');
            else if (session?.locked === false) send(windowId, 'audit.progress', { done, total });
          },
        });
      } finally {
        running = null;
      }
    },
    cancel(windowId: number): void {
      if (running?.windowId === windowId) running.abort.abort();
    },
  };
}
