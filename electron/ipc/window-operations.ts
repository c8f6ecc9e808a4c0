import type { Language } from '../../core/contract/fields';
import type { NewFile } from '../../core/ports';

/** What requests can do outside a window's own page. */
export interface WindowOperations {
  /** Another window, with a sign-in of its own; answers its id. */
  open(): number;
  copyText(text: string): void;
  quit(): void;
  /** Menus follow the person's language; `null`: nobody's, the desk's own. */
  setLanguage(windowId: number, language: Language | null): void;
  /**
   * Prints the window's print-only sheet; without a printer it offers to save a PDF. `printed: false`: the person left the
   * dialog.
   */
  print(
    windowId: number,
    sheet: { title: string; paper: 'A4' | 'A6' },
  ): Promise<{ printed: boolean; savedTo: string | null }>;
  /** Asks where a file may go and writes it, for its owner to read; `null`: the person left the dialog. Error: `file.not_saved`. */
  saveFile(
    windowId: number,
    file: {
      /** Suggested as its name. */
      title: string;
      extension: 'csv' | 'eml';
      /** Made once it is known that there will be a file. */
      content: () => string | Uint8Array;
    },
  ): Promise<string | null>;
  /** Hands an address to the computer's own programs. Error: `mail.no_program`. */
  openMail(url: string): Promise<void>;
  /** Asks for a folder; `null`: the person left the dialog. Absolute. */
  chooseFolder(windowId: number): Promise<string | null>;
  /** Asks where a file may go, and leaves it to others to write it; `null`: the person left the dialog. Absolute. */
  chooseFile(
    windowId: number,
    file: { title: string; extension: 'atrium-copy' | 'json.gz' },
  ): Promise<string | null>;
  /** Asks for a backup or a copy of one; `null`: the person left the dialog. Absolute. */
  chooseBackup(windowId: number): Promise<string | null>;
  /** Opens a folder in the system's own file manager. Error: `backup.folder_missing`. */
  showFolder(path: string): Promise<void>;
  /** Asks where a file may go and begins it; `null`: the person left the dialog. Throws what the file system throws. */
  newFile(windowId: number, file: { title: string; extension: 'csv' | 'json' }): Promise<NewFile | null>;
}
