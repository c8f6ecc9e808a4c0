import type { appContract } from '../../../core/contract/app';
import { AppError } from '../../../core/errors/app-error';
import type { Sessions } from '../../../core/services/sessions/types';
import type { OpenedLinks } from '../../window/opened-links';
import type { WindowSessions } from '../../window/window-sessions';
import type { AppStateOf } from '../app-state';
import type { SendEvent } from '../events';
import { type Handlers, type HandlersOf, signedIn } from '../request-context';
import type { WindowOperations } from '../window-operations';

/** More than any desk has; each is a process. */
const windowLimit = 20;

interface Parts {
  appState: AppStateOf;
  windows: WindowOperations & { ids(): number[] };
  windowSessions: Pick<WindowSessions, 'windowsOf'>;
  sessions: Pick<Sessions, 'setPreferences'>;
  send: SendEvent;
  openedLinks: Pick<OpenedLinks, 'take'>;
}

/** These two need no database: they answer in every state. */
export type AlwaysHandlers = Pick<Handlers, 'app.state' | 'app.quit'>;

export function alwaysHandlers(
  appState: AppStateOf,
  windows: Pick<WindowOperations, 'quit'>,
): AlwaysHandlers {
  return {
    'app.state': (_input, { windowId }) => appState(windowId),
    'app.quit': () => {
      windows.quit();
      return {};
    },
  };
}

export function appHandlers(parts: Parts): HandlersOf<typeof appContract> {
  const { appState, windows, windowSessions, sessions, send, openedLinks } = parts;
  return {
    ...alwaysHandlers(appState, windows),
    'app.newWindow': () => {
      if (windows.ids().length >= windowLimit)
        throw new AppError('app.too_many_windows', { limit: windowLimit });
      windows.open();
      return {};
    },
    // It is open.
    'app.openAgain': () => ({}),
    'app.copyText': ({ text }) => {
      windows.copyText(text);
      return {};
    },
    'app.openedLink': (_input, { windowId }) => ({ link: openedLinks.take(windowId) }),
    'app.print': (input, { windowId }) => windows.print(windowId, input),
    'app.setPreferences': (choices, context) => {
      const { actor } = signedIn(context);
      const preferences = sessions.setPreferences(actor.userId, choices);
      for (const windowId of windowSessions.windowsOf(actor.userId)) {
        windows.setLanguage(windowId, preferences.language);
        // The person's other windows follow; this one has its answer.
        if (windowId !== context.windowId)
          send(windowId, 'session.changed', { reason: 'preferences', ended: null });
      }
      return preferences;
    },
  };
}
