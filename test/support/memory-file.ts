import type { NewFile } from '../../core/ports';

export interface MemoryFile extends NewFile {
  /** What was written; `null` once it was thrown away. */
  text(): string | null;
  finished(): boolean;
}

/** A file to be written to, kept in memory. */
export function memoryFile(): MemoryFile {
  let text: string | null = '';
  let finished = false;
  return {
    text: () => text,
    finished: () => finished,
    write: async (piece) => {
      text = `${text ?? ''}${piece}`;
    },
    finish: async () => {
      finished = true;
      return '/somewhere/Activity';
    },
    discard: async () => {
      text = null;
    },
  };
}
