import type { DeskHost } from './desk-host';

interface Parts {
  desk: Pick<DeskHost, 'finish' | 'close'>;
  /** Windows that are open. */
  windowIds: () => readonly number[];
  quit: () => void;
}

/**
 * Quitting waits for what is under way: files that are being worked on are made whole, and a mail that is going out is through.
 * A second start that opens a window meanwhile finds an app that goes on.
 */
export function createQuitting({ desk, windowIds, quit }: Parts) {
  let parting = false;
  return {
    /** Nothing new is begun. */
    parting: () => parting,
    /** Before the process ends. Whoever asks a second time doesn't want to wait. */
    willQuit(event: { preventDefault(): void }): void {
      const ending = parting ? null : desk.finish();
      if (ending === null) {
        desk.close();
        return;
      }
      parting = true;
      event.preventDefault();
      void ending.then(() => {
        if (windowIds().length === 0) quit();
        else parting = false;
      });
    },
  };
}
