import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { WireError } from '../core/errors/catalogue';

// The only two channels, tied to the contract by their types: importing the values would pull the whole contract
// into this one sandboxed file.
const requestChannel: typeof import('../core/contract').requestChannel = 'atrium:request';
const eventChannel: typeof import('../core/contract').eventChannel = 'atrium:event';

/** Main never rejects: what does is the copying of something no message can carry, such as a function. */
const uncloneable: { ok: false; error: WireError } = {
  ok: false,
  error: { code: 'request.malformed', data: { fields: [{ path: '', rule: 'invalid' }] } },
};

type Listener = (payload: unknown) => void;

const listeners = new Map<string, Set<Listener>>();

ipcRenderer.on(eventChannel, (_event: IpcRendererEvent, name: string, payload: unknown) => {
  for (const listener of [...(listeners.get(name) ?? [])]) listener(payload);
});

/** One way to ask, one way to listen. It knows no request and no event, so it never changes when one is added. */
contextBridge.exposeInMainWorld('atrium', {
  request: async (route: unknown, payload: unknown): Promise<unknown> => {
    try {
      return await ipcRenderer.invoke(requestChannel, route, payload);
    } catch {
      return uncloneable;
    }
  },
  /** Answers the way to stop listening. */
  on: (name: string, listener: Listener): (() => void) => {
    // One that can't be called would keep those after it from hearing.
    if (typeof listener !== 'function') return () => undefined;
    const heard = listeners.get(name) ?? new Set();
    listeners.set(name, heard.add(listener));
    return () => {
      heard.delete(listener);
    };
  },
});
