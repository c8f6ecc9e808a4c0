import { AppError, isAppError } from '../core/errors/app-error';
import type { Ids } from '../core/ports';
import type { Outside, Restorable } from './compose';
import { closedDesk, type Desk } from './desk';
import type { Start } from './desk-host';
import { admitStrangers } from './ipc/admission';
import { type AppStateOf, type Failure, failedAppState, isFailure, lockedAppState } from './ipc/app-state';
import { alwaysHandlers } from './ipc/handlers/app';
import { closedKeyHandlers } from './ipc/handlers/key';
import { refusingHandlers } from './ipc/handlers/refusing';
import { rescueHandlers } from './ipc/handlers/restore';
import type { Handlers } from './ipc/request-context';
import { createRouter, type Router } from './ipc/router';

/** A desk whose database isn't open: it says why, and takes what can help. */
export function composeClosed(outside: Restorable, ids: Ids, { reopen }: Start, error: unknown): Desk {
  const { folder, surroundings, keyStore, keyTries: tries } = outside;
  const byKey = closedKeyHandlers({
    databasePath: folder.database,
    clock: surroundings.clock,
    ...{ keyStore, tries, reopen },
  });
  if (isAppError(error, 'key.passphrase_required'))
    return closedDesk(withoutDatabase(outside, ids, lockedAppState(surroundings), error, byKey));
  const failure = failureOf(error, outside, ids);
  const rescue = rescueHandlers({
    restoring: outside.restoring,
    deskToRestore: () => ({ state: 'failed', reopen }),
  });
  const keyless = failure.code === 'database.key_missing' || failure.code === 'database.key_wrong';
  const appState = failedAppState(surroundings, failure);
  const helpful: Partial<Handlers> = {
    ...(keyless ? byKey : {}),
    // What another process has open stays its own.
    ...(failure.code === 'database.in_use' ? {} : rescue),
    'app.openAgain': async () => {
      await reopen('opening', async () => undefined);
      return {};
    },
  };
  return closedDesk(withoutDatabase(outside, ids, appState, failure, helpful));
}

/** Says what there is to say, and refuses everything else but `helpful`. */
export function withoutDatabase(
  { windows, log, packaged }: Pick<Outside, 'windows' | 'log' | 'packaged'>,
  ids: Ids,
  appState: AppStateOf,
  refusal: AppError,
  helpful: Partial<Handlers> = {},
): Router {
  const handlers = refusingHandlers(refusal, { ...helpful, ...alwaysHandlers(appState, windows) });
  return createRouter({ handlers, admit: admitStrangers, ids, log, checkAnswers: !packaged });
}

/** Why the database can't be used. What we have no words for is at least not readable, and the log knows more. */
function failureOf(error: unknown, { folder, log }: Outside, ids: Ids): Failure {
  if (isFailure(error)) {
    log.event('database.refused', { why: { code: error.code } });
    return error;
  }
  const path = folder.database;
  if (isAppError(error, 'database.disk_full'))
    return new AppError('database.no_room', { path }, { cause: error });
  log.fault(ids.next(), 'start', error);
  return new AppError('database.unreadable', { path }, { cause: error });
}
