import type { Answer, RouteName } from '../../core/contract/index';

/** What the preload script puts on the window: one way to ask, one way to listen. */
export interface Bridge {
  request(route: string, payload: unknown): Promise<Answer<RouteName>>;
  /** Answers the way to stop listening. */
  on(event: string, listener: (payload: unknown) => void): () => void;
}

declare global {
  interface Window {
    readonly atrium: Bridge;
  }
}
