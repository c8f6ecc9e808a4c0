import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A real server on this computer that a page could reach if anything let it, and what reached it. */
export interface Listener {
  /** `http://127.0.0.1:port`. */
  readonly origin: string;
  /** Method and path of every request that came. */
  readonly heard: readonly string[];
  stop(): Promise<void>;
}

export async function startListener(): Promise<Listener> {
  const heard: string[] = [];
  const note = ({ method, url }: IncomingMessage) => heard.push(`${method} ${url}`);
  const server = createServer((request, response) => {
    note(request);
    // As inviting as can be: whoever asks may have it.
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/html' });
    response.end('<title>Elsewhere</title>');
  });
  server.on('upgrade', (request, socket) => {
    note(request);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    heard,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
