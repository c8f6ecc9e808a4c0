import { existsSync } from 'node:fs';
import type { keyContract } from '../../../core/contract/key';
import { firstPageFits, matchesKeyCheck } from '../../../core/db/key-check';
import { parseRecoveryKey, type RecoveryKeyProblem } from '../../../core/domain/recovery-key';
import { AppError } from '../../../core/errors/app-error';
import type { Clock } from '../../../core/ports';
import type { KeyService } from '../../../core/services/key/create-key';
import { oneAtATime } from '../../../core/services/sessions/one-at-a-time';
import type { Reopen } from '../../desk-host';
import type { LockableKeyStore } from '../../platform/key-store/create-key-store';
import type { KeyAttempt, KeyTriesFile } from '../../platform/key-store/tries';
import { type Handlers, type HandlersOf, signedIn } from '../request-context';

interface OpenParts {
  key: KeyService;
  keyStore: LockableKeyStore;
  changeKey: (actorId: string) => Promise<void>;
}

/** At an open desk. */
export function keyHandlers({ key, keyStore, changeKey }: OpenParts): HandlersOf<typeof keyContract> {
  const notAsked = () => {
    throw new AppError('key.not_asked');
  };
  return {
    'key.unlock': notAsked,
    'key.recover': notAsked,
    'key.setPassphrase': (input, context) => key.setPassphrase(signedIn(context).actor, input, keyStore),
    'key.change': async (input, context) => {
      const { actor } = signedIn(context);
      await key.requireChange(actor, input);
      await changeKey(actor.userId);
      return {};
    },
    'key.removePassphrase': (input, context) =>
      key.removePassphrase(signedIn(context).actor, input, keyStore),
  };
}

interface ClosedParts {
  databasePath: string;
  keyStore: LockableKeyStore;
  tries: KeyTriesFile;
  clock: Clock;
  reopen: Reopen;
}

/**
 * At a desk whose database isn't open because its key isn't there: whoever has passphrase or recovery key needs nothing else.
 * What is refused changes nothing.
 */
export function closedKeyHandlers(parts: ClosedParts): Pick<Handlers, 'key.unlock' | 'key.recover'> {
  const { databasePath, keyStore, tries, clock, reopen } = parts;
  const attempts = oneAtATime();

  function refuseWhileWaiting(attempt: KeyAttempt): void {
    const wait = tries.waitMs(attempt, clock.now());
    if (wait > 0) throw new AppError('key.wait', { waitSeconds: Math.ceil(wait / 1000) });
  }

  function refused(attempt: KeyAttempt, error: AppError): AppError {
    tries.noteFailure(attempt, clock.now());
    refuseWhileWaiting(attempt);
    return error;
  }

  return {
    'key.unlock': ({ passphrase }) =>
      attempts(async () => {
        if (!keyStore.isLocked()) throw new AppError('key.not_asked');
        refuseWhileWaiting('passphrase');
        if (!(await keyStore.unlock(passphrase)))
          throw refused('passphrase', new AppError('key.passphrase_wrong'));
        await reopen('opening', async () => undefined);
        return {};
      }),
    'key.recover': ({ recoveryKey }) =>
      attempts(async () => {
        refuseWhileWaiting('recovery');
        const typed = parseRecoveryKey(recoveryKey);
        if (!typed.ok) throw mistake(typed.problem);
        if (!fits(databasePath, typed.key)) throw refused('recovery', new AppError('key.recovery_wrong'));
        await reopen('opening', async () => {
          await keyStore.replace(typed.key);
          tries.noteRecovery();
        });
        return {};
      }),
  };
}

/** A slip of the pen is no guess: it isn't counted. */
function mistake(problem: RecoveryKeyProblem): AppError {
  if (problem.kind === 'length') return new AppError('key.recovery_length', { letters: problem.letters });
  if (problem.kind === 'line') return new AppError('key.recovery_line', { line: problem.line });
  return new AppError('key.recovery_letter', { letter: problem.letter, line: problem.line });
}

/** By the key check too: it knows the key of a file whose first page is damaged. */
function fits(databasePath: string, key: Uint8Array): boolean {
  if (!existsSync(databasePath)) return false;
  return matchesKeyCheck(databasePath, key) === true || firstPageFits(databasePath, key);
}
