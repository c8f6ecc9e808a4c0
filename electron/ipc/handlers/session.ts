import type { sessionContract } from '../../../core/contract/session';
import type { Sessions } from '../../../core/services/sessions/types';
import type { WindowSessions } from '../../window/window-sessions';
import type { AppStateOf } from '../app-state';
import { catchUp, type SendEvent } from '../events';
import { type HandlersOf, signedIn } from '../request-context';
import type { WindowOperations } from '../window-operations';

interface Parts {
  appState: AppStateOf;
  sessions: Sessions;
  windowSessions: WindowSessions;
  windows: Pick<WindowOperations, 'setLanguage'>;
  send: SendEvent;
}

/** Requests that change the session of their window; each answers what the window has to show now. */
export function sessionHandlers(parts: Parts): HandlersOf<typeof sessionContract> {
  const { appState, sessions, windowSessions, windows, send } = parts;

  function shown(windowId: number) {
    const state = appState(windowId);
    // As the page has it: `--lang` wins over what the person once chose.
    windows.setLanguage(windowId, state.languageOverride ?? state.session?.preferences.language ?? null);
    return state;
  }

  return {
    'session.signIn': async (input, { windowId }) => {
      windowSessions.start(windowId, await sessions.signIn(input));
      return shown(windowId);
    },
    'session.signOut': (_input, { windowId }) => {
      windowSessions.signOut(windowId);
      return shown(windowId);
    },
    'session.lock': (_input, { windowId }) => {
      windowSessions.lock(windowId);
      return appState(windowId);
    },
    'session.unlock': async ({ password }, context) => {
      const { actor } = signedIn(context);
      await sessions.verifyPassword(actor.userId, password);
      windowSessions.unlock(context.windowId, actor.sessionId);
      catchUp(send, context.windowId);
      return appState(context.windowId);
    },
    'session.choosePassword': async ({ newPassword }, context) => {
      const { held } = signedIn(context);
      const { sessionId } = await sessions.choosePassword(held, newPassword);
      windowSessions.passwordChosen(context.windowId, sessionId);
      return appState(context.windowId);
    },
    'session.changePassword': async ({ currentPassword, newPassword }, context) => {
      const { held } = signedIn(context);
      await sessions.changePassword(held, currentPassword, newPassword);
      return {};
    },
    'session.list': (input, context) => sessions.list(signedIn(context).actor, input),
    'session.end': (input, context) => sessions.endOne(signedIn(context).actor, input),
    'session.endAll': (input, context) => sessions.endAll(signedIn(context).actor, input),
  };
}
