import { BrowserWindow, nativeTheme, screen } from 'electron';
import { firstSize, readPlacement, smallestSize, writePlacement } from './bounds';

/** The window's ground before the page paints it: `paper` of the theme, so that nothing flashes. */
const paper = { light: '#FBFAF8', dark: '#161716' };

interface Parts {
  preload: string;
  icon: string;
  placementFile: string;
  /** The first window goes where the last one was; further ones beside it, as the platform likes. */
  first: boolean;
  /** Developer tools are for people who build the app. */
  development: boolean;
}

/** A window with nothing in it yet, shown as soon as its page has painted. */
export function createWindow({ preload, icon, placementFile, first, development }: Parts): BrowserWindow {
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const placement = first ? readPlacement(placementFile, screens) : null;
  const { maximized, ...bounds } = placement ?? { ...firstSize, maximized: false };
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallestSize.width,
    minHeight: smallestSize.height,
    show: false,
    title: 'Atrium Desk',
    icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      devTools: development,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      // The page's code is kept compiled from the first start on; by itself Chromium would keep it from the third.
      v8CacheOptions: 'bypassHeatCheck',
      navigateOnDragDrop: false,
      disableDialogs: true,
    },
  });
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  window.on('close', () => {
    writePlacement(placementFile, { ...window.getNormalBounds(), maximized: window.isMaximized() });
  });
  return window;
}
