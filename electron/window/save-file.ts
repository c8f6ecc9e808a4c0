import { AppError } from '../../core/errors/app-error';
import type { WindowOperations } from '../ipc/window-operations';
import { fileName } from './file-name';
import { writeWholeFile } from './whole-file';

export type SavedFile = Parameters<WindowOperations['saveFile']>[1];

/**
 * Writes a file where the person says. What it holds is made only then; nobody else on this machine need read it. Error:
 * `file.not_saved`.
 * @param askForFile answers `null` when the person leaves the dialog
 */
export async function saveFile(
  askForFile: (suggestion: string) => Promise<string | null>,
  { title, extension, content }: SavedFile,
): Promise<string | null> {
  const chosen = await askForFile(`${fileName(title)}.${extension}`);
  if (chosen === null) return null;
  const text = content();
  try {
    return await writeWholeFile(chosen, extension, text);
  } catch (error) {
    throw new AppError('file.not_saved', {}, { cause: error });
  }
}
