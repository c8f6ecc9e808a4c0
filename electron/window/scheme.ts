import { protocol } from 'electron';
import { contentPolicy } from './content-policy';
import { packedPages, scheme } from './origin';
import { readPageFile } from './page-files';

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the renderer's files, and nothing else of the disk. */
export function servePages(root: string): void {
  const headers = {
    'content-security-policy': contentPolicy(packedPages),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  };
  protocol.handle(scheme, async (request) => {
    if (request.method !== 'GET') return new Response(null, { status: 405 });
    const file = await readPageFile(root, request.url);
    if (file === null) return new Response(null, { status: 404 });
    return new Response(file.body, { headers: { ...headers, 'content-type': file.type } });
  });
}
