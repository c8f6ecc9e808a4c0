import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError, isAppError } from '../../errors/app-error';
import { codeOf, writingFailure } from '../failure';
import { discard, syncFile } from '../files';
import { checkBackup } from '../read-backup';
import { headerSize, readHeader } from './header';
import { unwrapKey } from './wrap-key';

/**
 * Takes the backup out of a copy into `toPath`, which must not exist, and answers the key it opens with. What goes wrong leaves
 * no file. Errors: `backup.gone`, `backup.not_a_copy`, `backup.copy_newer`, `backup.copy_damaged`, `backup.passphrase_wrong`, and
 * those of writing.
 */
export async function openCopy(path: string, passphrase: string, toPath: string): Promise<Uint8Array> {
  const key = await keyOf(path, passphrase);
  try {
    const body = createReadStream(path, { start: headerSize });
    await pipeline(body, createWriteStream(toPath, { flags: 'wx', mode: 0o600 }));
    syncFile(toPath);
    requireSound(toPath, key);
    return key;
  } catch (error) {
    discard(toPath);
    throw writingFailure(error, dirname(toPath), 0);
  }
}

/** A body that its own key doesn't fit, or that lacks a page, was changed behind a header that is whole. */
function requireSound(path: string, key: Uint8Array): void {
  try {
    checkBackup(path, key);
  } catch (error) {
    if (isAppError(error)) throw new AppError('backup.copy_damaged', {}, { cause: error });
    throw error;
  }
}

async function keyOf(path: string, passphrase: string): Promise<Uint8Array> {
  const file = await openForReading(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headerSize), 0, headerSize, 0);
    const header = readHeader(buffer.subarray(0, bytesRead));
    const { size } = await file.stat();
    if (size !== headerSize + header.bodySize) throw new AppError('backup.copy_damaged');
    return await unwrapKey(header, passphrase);
  } finally {
    await file.close();
  }
}

async function openForReading(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new AppError('backup.gone', {}, { cause: error });
    throw error;
  }
}
