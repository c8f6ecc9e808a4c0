import { statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { headerSize, readHeader } from '../../core/backups/copy/header';
import type { KeyedFile } from '../../core/backups/restore/prepare-restore';
import type { BackupToOpen, ChosenFile } from '../../core/contract/restore';
import { pageSize, somePageFits } from '../../core/db/key-check';
import { parseRecoveryKey, type RecoveryKeyProblem } from '../../core/domain/recovery-key';
import { AppError, isAppError } from '../../core/errors/app-error';

/** What has to be typed to open a file. Errors: `backup.gone`, `restore.not_a_backup`, `backup.copy_*`. */
export async function opensWith(path: string, key: Uint8Array | null): Promise<ChosenFile['opensWith']> {
  if (await isCopy(path)) return 'passphrase';
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new AppError('backup.gone');
  // Whole pages are all that can be told of a file whose key isn't here.
  if (size < pageSize || size % pageSize !== 0) throw new AppError('restore.not_a_backup');
  return fits(path, key) ? 'key' : 'recoveryKey';
}

/**
 * The key that a backup opens with: the one at hand, or the one that was typed. Errors: `backup.other_key`, `restore.key_wrong`,
 * `key.recovery_*`.
 */
export function keyFor(path: string, key: Uint8Array | null, typed: string | null): KeyedFile {
  if (key !== null && fits(path, key)) return { path, key };
  if (typed === null) throw new AppError('backup.other_key');
  const parsed = parseRecoveryKey(typed);
  if (!parsed.ok) throw mistake(parsed.problem);
  if (!fits(path, parsed.key)) throw new AppError('restore.key_wrong');
  return { path, key: parsed.key };
}

/** By a few pages: a damaged one of them must not look like another key. Whether all are sound is found out when it is read. */
function fits(path: string, key: Uint8Array | null): boolean {
  return key !== null && somePageFits(path, key);
}

function mistake(problem: RecoveryKeyProblem): AppError {
  if (problem.kind === 'length') return new AppError('key.recovery_length', { letters: problem.letters });
  if (problem.kind === 'line') return new AppError('key.recovery_line', { line: problem.line });
  return new AppError('key.recovery_letter', { letter: problem.letter, line: problem.line });
}

/** Error: `restore.passphrase_needed`. */
export function requirePassphrase({ passphrase }: Pick<BackupToOpen, 'passphrase'>): string {
  if (passphrase === null || passphrase === '') throw new AppError('restore.passphrase_needed');
  return passphrase;
}

/** By its first bytes, whatever it is called. Errors: `backup.gone`, `backup.copy_newer`, `backup.copy_damaged`. */
export async function isCopy(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw new AppError('backup.gone', {}, { cause });
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headerSize), 0, headerSize, 0);
    readHeader(buffer.subarray(0, bytesRead));
    return true;
  } catch (error) {
    if (isAppError(error, 'backup.not_a_copy')) return false;
    throw error;
  } finally {
    await file.close();
  }
}
