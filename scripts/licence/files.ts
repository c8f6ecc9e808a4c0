import { readFileSync, writeFileSync } from 'node:fs';
import { LicenceRefusal } from './refusal';

export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new LicenceRefusal(`${file} can't be read: ${reason(error)}`);
  }
}

/** Never over a file that is there. @param mode of the new file */
export function writeNew(file: string, text: string, mode: number): void {
  try {
    writeFileSync(file, text, { mode, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new LicenceRefusal(`${file} is there already and stays as it is. Choose another name.`);
    }
    throw new LicenceRefusal(`${file} can't be written: ${reason(error)}`);
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
