import { extname } from 'node:path';
import type { BrowserWindow } from 'electron';
import { app, clipboard, dialog, Menu, shell } from 'electron';
import { eventChannel } from '../../core/contract';
import type { Language } from '../../core/contract/fields';
import { backupExtension, copyExtension } from '../../core/domain/backup';
import { AppError } from '../../core/errors/app-error';
import type { SendEvent } from '../ipc/events';
import type { WindowOperations } from '../ipc/window-operations';
import { createWindow } from './create-window';
import { fileName } from './file-name';
import { createMenu } from './menu';
import { createNewFile } from './new-file';
import type { PageSource } from './origin';
import { printSheet } from './print';
import { saveFile } from './save-file';

interface Parts {
  source: PageSource;
  preload: string;
  icon: string;
  placementFile: string;
  language: Language;
  development: boolean;
}

/** What the rest of the app wants to know of a window's life. */
export interface WindowLife {
  /** Somebody is at the window: its first paint counts as such. */
  input(windowId: number): void;
  closed(windowId: number): void;
  /** The page's process died; the window is loading it again. */
  crashed(reason: string): void;
}

export interface Windows extends WindowOperations {
  ids(): number[];
  has(windowId: number): boolean;
  send: SendEvent;
  /** Brings a window before the others. */
  focus(windowId: number): void;
}

/** The system's dialog: where a file of that kind may go, or `null` when the person leaves it. */
function askForFile(window: BrowserWindow, extension: string) {
  return async (suggestion: string): Promise<string | null> => {
    const filters = [{ name: extension.toUpperCase(), extensions: [extension] }];
    const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: suggestion, filters });
    return canceled || filePath === '' ? null : filePath;
  };
}

/** All windows of this process, by the id of their contents. */
export function createWindows(parts: Parts, life: WindowLife): Windows {
  const windows = new Map<number, BrowserWindow>();

  function open(): number {
    const window = createWindow({ ...parts, first: windows.size === 0 });
    const id = window.webContents.id;
    windows.set(id, window);
    life.input(id);
    window.webContents.on('input-event', () => life.input(id));
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      life.crashed(reason);
      if (reason !== 'clean-exit')
        setTimeout(() => !window.isDestroyed() && window.webContents.reload(), 500);
    });
    window.on('closed', () => {
      windows.delete(id);
      life.closed(id);
    });
    setLanguage(id, null);
    void window.loadURL(parts.source.page);
    return id;
  }

  function setLanguage(windowId: number, language: Language | null): void {
    const window = windows.get(windowId);
    const menu = createMenu({
      language: language ?? parts.language,
      openWindow: open,
      development: parts.development,
    });
    // One menu bar for all on macOS, one in each window elsewhere.
    if (process.platform === 'darwin') Menu.setApplicationMenu(menu);
    else window?.setMenu(menu);
  }

  return {
    open,
    setLanguage,
    print: async (windowId, sheet) => {
      const window = windows.get(windowId);
      if (window === undefined || window.isDestroyed()) throw new AppError('print.failed');
      return printSheet({ contents: window.webContents, askForFile: askForFile(window, 'pdf') }, sheet);
    },
    saveFile: async (windowId, file) => {
      const window = windows.get(windowId);
      if (window === undefined || window.isDestroyed()) throw new AppError('file.not_saved');
      return saveFile(askForFile(window, file.extension), file);
    },
    openMail: async (url) => {
      try {
        await shell.openExternal(url);
      } catch (cause) {
        throw new AppError('mail.no_program', {}, { cause });
      }
    },
    newFile: async (windowId, { title, extension }) => {
      const window = windows.get(windowId);
      if (window === undefined || window.isDestroyed()) throw new AppError('file.not_saved');
      const chosen = await askForFile(window, extension)(`${title}.${extension}`);
      return chosen === null ? null : createNewFile(chosen, extension);
    },
    chooseFolder: async (windowId) => {
      const window = windows.get(windowId);
      if (window === undefined || window.isDestroyed()) return null;
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openDirectory', 'createDirectory'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    chooseFile: async (windowId, { title, extension }) => {
      const window = windows.get(windowId);
      if (window === undefined || window.isDestroyed()) return null;
      const chosen = await askForFile(window, extension)(`${fileName(title)}.${extension}`);
      return chosen === null || extname(chosen) !== '' ? chosen : `${chosen}.${extension}`;
    },
    chooseBackup: async (windowId) => {
      const window = windows.get(windowId);
      if (window === undefined || window.isDestroyed()) return null;
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openFile'],
        filters: [
          { name: 'Atrium Desk', extensions: [backupExtension, copyExtension] },
          { name: '*', extensions: ['*'] },
        ],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    showFolder: async (path) => {
      // Answers what went wrong as a text of the system's.
      if ((await shell.openPath(path)) !== '') throw new AppError('backup.folder_missing', { folder: path });
    },
    copyText: (text) => clipboard.writeText(text),
    // The one who asked gets the answer first.
    quit: () => setImmediate(() => app.quit()),
    ids: () => [...windows.keys()],
    has: (windowId) => windows.has(windowId),
    focus: (windowId) => {
      const window = windows.get(windowId);
      if (window?.isMinimized()) window.restore();
      window?.focus();
    },
    send: (windowId, event, payload) => {
      const window = windows.get(windowId);
      if (window && !window.isDestroyed()) window.webContents.send(eventChannel, event, payload);
    },
  };
}
