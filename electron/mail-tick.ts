import type { Clock } from '../core/ports';
import type { MailService } from '../core/services/mail/create-mail';
import type { Log } from './platform/log';

export interface MailTick {
  /** Starts sending what is due, unless a run is under way. */
  tick(): void;
  /** Settles when the run under way is over, or after a moment; `null`: none is. */
  finish(): Promise<void> | null;
  /** Nothing is sent or written from now on. What is cut off is settled at the next start (core/services/mail/recovery). */
  stop(): void;
}

interface Parts {
  mail: Pick<MailService, 'isDue' | 'sender'>;
  clock: Clock;
  log: Pick<Log, 'fault'>;
  newId: () => string;
}

/** What quitting waits for a mail that is going out, ms: a server at work has answered by then. */
const partingMs = 3000;
/** After a fault of ours (a full disk) the server is left alone for so long, ms. */
const restMs = 30_000;

/** Sending takes its time; the tick only sees to it that it happens. */
export function createMailTick({ mail: { isDue, sender }, clock, log, newId }: Parts): MailTick {
  let restsUntil = 0;

  async function send(): Promise<void> {
    try {
      await sender.run();
    } catch (error) {
      restsUntil = clock.now() + restMs;
      log.fault(newId(), 'mail', error);
    }
  }

  return {
    tick() {
      if (!sender.running() && clock.now() >= restsUntil && isDue()) void send();
    },
    finish() {
      if (!sender.running()) return null;
      const parting = new Promise<void>((resolve) => setTimeout(resolve, partingMs).unref());
      return Promise.race([sender.run().catch(() => undefined), parting]);
    },
    stop: sender.stop,
  };
}
