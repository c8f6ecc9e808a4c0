/** The app's own pages come over a scheme of their own instead of files: it has an origin that rules can name. */
export const scheme = 'app';
export const appOrigin = `${scheme}://atrium`;
export const appPage = `${appOrigin}/index.html`;

/** Where a window's page comes from: the packed renderer, or the development server when there is one. */
export interface PageSource {
  origin: string;
  page: string;
  development: boolean;
}

export const packedPages: PageSource = { origin: appOrigin, page: appPage, development: false };

/** Only an unpackaged app listens to a development server. */
export function pageSource(packaged: boolean, serverUrl: string | undefined): PageSource {
  if (packaged || !serverUrl) return packedPages;
  return { origin: new URL(serverUrl).origin, page: serverUrl, development: true };
}

/** Whether an address belongs to the origin our pages come from. (Node knows no origin of schemes like ours.) */
export function isOwnAddress(address: string, source: PageSource): boolean {
  try {
    const { protocol, host } = new URL(address);
    return `${protocol}//${host}` === source.origin;
  } catch {
    return false;
  }
}
