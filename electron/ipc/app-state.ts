import type { AppState } from '../../core/contract/app';
import type { Language } from '../../core/contract/fields';
import type { AppError } from '../../core/errors/app-error';
import { isAppError } from '../../core/errors/app-error';
import type { ErrorCode } from '../../core/errors/catalogue';
import type { Clock } from '../../core/ports';
import type { Sessions } from '../../core/services/sessions/types';
import type { Notifications } from '../platform/notifications';
import type { CurrentSession, WindowSessions } from '../window/window-sessions';

export type Work = NonNullable<AppState['work']>;
export type FailureCode = NonNullable<AppState['failure']>['code'];
export type Failure = AppError<FailureCode>;

const failureCodes: Record<FailureCode, true> = {
  'database.corrupt': true,
  'database.newer': true,
  'database.key_missing': true,
  'database.key_wrong': true,
  'database.in_use': true,
  'database.unreadable': true,
  'database.no_room': true,
  'database.no_room_first': true,
  'database.not_backed_up': true,
};

/** Whether the app can start with this error, to say it in a window. */
export function isFailure(error: unknown): error is Failure {
  return isAppError<ErrorCode>(error) && Object.hasOwn(failureCodes, error.code);
}

/** What is the same for every window of this run. */
export interface Surroundings {
  languageOverride: Language | null;
  systemLanguage: Language;
  version: string;
  platform: AppState['platform'];
  clock: Clock;
  notifications: Notifications;
  /** What was restored last in this run. */
  restored: () => AppState['restored'];
}

export type AppStateOf = (windowId: number) => AppState;

interface Parts {
  surroundings: Surroundings;
  organisation: () => AppState['organisation'];
  windowSessions: Pick<WindowSessions, 'current'>;
  sessions: Pick<Sessions, 'view'>;
}

/** What a window has to show. */
export function createAppState({ surroundings, organisation, windowSessions, sessions }: Parts): AppStateOf {
  return (windowId) => {
    const current = windowSessions.current(windowId);
    const tenant = organisation();
    return {
      ...common(surroundings),
      phase: tenant === null ? 'setUp' : phaseOf(current),
      work: null,
      failure: null,
      organisation: tenant && { id: tenant.id, name: tenant.name, roleModel: tenant.roleModel },
      session: current && sessions.view(current.held),
    };
  };
}

function phaseOf(session: CurrentSession | null): AppState['phase'] {
  if (session === null) return 'signIn';
  if (session.locked) return 'locked';
  return session.held.passwordDue ? 'passwordDue' : 'ready';
}

/** The same when the database can't be used: every window says why. */
export function failedAppState(surroundings: Surroundings, failure: Failure): AppStateOf {
  return () => ({
    ...common(surroundings),
    phase: 'failed',
    work: null,
    failure: { code: failure.code, path: failure.data.path },
    organisation: null,
    session: null,
  });
}

/** The same while a start passphrase is asked for. */
export function lockedAppState(surroundings: Surroundings): AppStateOf {
  return () => ({
    ...common(surroundings),
    phase: 'passphrase',
    work: null,
    failure: null,
    organisation: null,
    session: null,
  });
}

/** The same while the database is closed for something that is done with it. */
export function workingAppState(surroundings: Surroundings, work: () => Work): AppStateOf {
  return () => ({
    ...common(surroundings),
    phase: 'working',
    work: work(),
    failure: null,
    organisation: null,
    session: null,
  });
}

function common({ clock, notifications, restored, ...run }: Surroundings) {
  return {
    ...run,
    restored: restored(),
    showsNotifications: notifications.supported(),
    now: clock.now(),
  };
}
