import type { CreateOrganisation, setupContract } from '../../../core/contract/setup';
import type { Sessions } from '../../../core/services/sessions/types';
import type { WindowSessions } from '../../window/window-sessions';
import type { AppStateOf } from '../app-state';
import type { HandlersOf } from '../request-context';

interface Parts {
  appState: AppStateOf;
  setup: { create(input: CreateOrganisation): Promise<{ userId: string }> };
  sessions: Pick<Sessions, 'startFor'>;
  windowSessions: Pick<WindowSessions, 'start'>;
}

export function setupHandlers({
  appState,
  setup,
  sessions,
  windowSessions,
}: Parts): HandlersOf<typeof setupContract> {
  return {
    'setup.create': async (input, { windowId }) => {
      const { userId } = await setup.create(input);
      windowSessions.start(windowId, sessions.startFor(userId));
      return appState(windowId);
    },
  };
}
