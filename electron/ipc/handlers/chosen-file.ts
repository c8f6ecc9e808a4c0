import { AppError } from '../../../core/errors/app-error';
import type { NewFile } from '../../../core/ports';

/** What the file system says is of no use to a person. Error: `file.not_saved`. */
export async function notSaved<T>(done: Promise<T>): Promise<T> {
  try {
    return await done;
  } catch (cause) {
    throw new AppError('file.not_saved', {}, { cause });
  }
}

/** A file whose failures are told as `file.not_saved`. */
export function told(file: NewFile): NewFile {
  return {
    write: (text) => notSaved(file.write(text)),
    finish: () => notSaved(file.finish()),
    discard: file.discard,
  };
}
