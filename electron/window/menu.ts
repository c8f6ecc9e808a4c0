import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Language } from '../../core/contract/fields';
import { menuTexts } from './menu-texts';

interface Parts {
  language: Language;
  openWindow: () => void;
  /** Reload and developer tools are for people who build the app. */
  development: boolean;
}

/** Little more than the keys people expect to work; the app's own acts are in its pages. */
export function createMenu({ language, openWindow, development }: Parts): Menu {
  const texts = menuTexts[language];
  const mac = process.platform === 'darwin';
  const items: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: texts.file,
      submenu: [
        { label: texts.newWindow, accelerator: 'CmdOrCtrl+N', click: openWindow },
        { type: 'separator' },
        { role: 'close', label: texts.close },
        ...(mac ? [] : [{ role: 'quit', label: texts.quit, accelerator: 'Ctrl+Q' } as const]),
      ],
    },
    {
      label: texts.edit,
      submenu: [
        { role: 'undo', label: texts.undo },
        { role: 'redo', label: texts.redo },
        { type: 'separator' },
        { role: 'cut', label: texts.cut },
        { role: 'copy', label: texts.copy },
        { role: 'paste', label: texts.paste },
        { role: 'selectAll', label: texts.selectAll },
      ],
    },
    {
      label: texts.view,
      submenu: [
        { role: 'resetZoom', label: texts.actualSize },
        { role: 'zoomIn', label: texts.zoomIn },
        { role: 'zoomOut', label: texts.zoomOut },
        { type: 'separator' },
        { role: 'togglefullscreen', label: texts.fullScreen },
        ...(development ? [{ role: 'reload' } as const, { role: 'toggleDevTools' } as const] : []),
      ],
    },
  ];
  return Menu.buildFromTemplate(items);
}
