import type { Language } from '../../core/contract/fields';

/** What requests can do outside a window's own page. */
export interface WindowOperations {
  /** Another window, with a sign-in of its own. */
  open(): void;
  copyText(text: string): void;
  quit(): void;
  /** Menus follow the person's language; `null`: nobody's, the desk's own. */
  setLanguage(windowId: number, language: Language | null): void;
}
