import { ipcMain, type WebContents, type WebFrameMain } from 'electron';
import { requestChannel } from '../../core/contract';
import type { AnyAnswer, Router } from './router';

interface Parts {
  router: Router;
  isOwnWindow: (windowId: number) => boolean;
  /** Where our pages come from. */
  origin: string;
}

/** The only `ipcMain.handle` there is. */
export function bindRequests({ router, isOwnWindow, origin }: Parts): void {
  ipcMain.handle(requestChannel, (event, route: unknown, payload: unknown): Promise<AnyAnswer> => {
    // Asked for before anything is awaited: a frame that navigates meanwhile is another sender.
    const windowId = senderOf(event.sender, event.senderFrame);
    return router({ windowId, route, payload });
  });

  /** The window a request came from: its own main frame, showing our own page. Anything else is nobody. */
  function senderOf(contents: WebContents, frame: WebFrameMain | null): number | null {
    const trusted =
      frame !== null && frame.parent === null && frame.origin === origin && isOwnWindow(contents.id);
    return trusted ? contents.id : null;
  }
}
