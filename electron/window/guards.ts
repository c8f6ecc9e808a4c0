import { app, type Session, session, type WebContents } from 'electron';
import { contentPolicy } from './content-policy';
import { isOwnAddress, type PageSource } from './origin';

/** What no page of ours may do, whatever runs in it. Holds for every window that is ever made. */
export function guardPages(source: PageSource): void {
  guardSession(session.defaultSession, source);
  app.on('web-contents-created', (_event, contents) => guardContents(contents, source));
}

function guardContents(contents: WebContents, source: PageSource): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // A page may load itself again; nothing leads anywhere else, and there are no frames.
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOwnAddress(event.url, source)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOwnAddress(event.url, source)) event.preventDefault();
  });
}

function guardSession(pages: Session, source: PageSource): void {
  pages.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  pages.setPermissionCheckHandler(() => false);
  pages.setDevicePermissionHandler(() => false);
  pages.on('will-download', (event) => event.preventDefault());
  // Its dictionaries would come from the network, and typed names would be looked up in them.
  pages.setSpellCheckerEnabled(false);
  refuseRemote(pages, source);
  if (source.development) addPolicy(pages, source);
}

/** Nothing is loaded from anywhere else, not even what a content policy would let slip. */
function refuseRemote(pages: Session, source: PageSource): void {
  const socket = source.origin.replace(/^http/, 'ws');
  pages.webRequest.onBeforeRequest((details, answer) => {
    const own =
      isOwnAddress(details.url, source) ||
      (source.development && details.url.startsWith(socket)) ||
      /^(data|devtools|blob):/.test(details.url);
    answer({ cancel: !own });
  });
}

/** The packed pages carry their policy with them; the development server doesn't. */
function addPolicy(pages: Session, source: PageSource): void {
  pages.webRequest.onHeadersReceived((details, answer) => {
    answer({
      responseHeaders: { ...details.responseHeaders, 'content-security-policy': [contentPolicy(source)] },
    });
  });
}
