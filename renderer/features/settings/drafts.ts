import { create } from 'zustand';
import type { RequestOutput } from '../../../core/contract/index';

export type Organisation = RequestOutput<'organisation.get'>;
/** What a settings page shows is one row with one version, shared by several windows and desks. */
export interface Stored {
  version: number;
}
/** What the fields of a settings page hold: text as typed, or a choice. */
export type Typed = Record<string, string | boolean>;

export interface Draft<S extends Stored = Stored, V extends Typed = Typed> {
  /** What the changes were made from. */
  base: S;
  values: V;
  /** A password was typed, too; it isn't in `values`. */
  withheld: boolean;
}

interface Drafts {
  drafts: Readonly<Record<string, Draft>>;
  keep(key: string, draft: Draft): void;
  drop(key: string): void;
}

/**
 * Changes not saved yet. They outlive the page, the lock and other settings pages; **Save** and **Discard** end them.
 * A password is none of them: it stays in its field as long as that is there, behind the lock too, and goes with the page,
 * so that nobody leaves one lying in a window that they only passed through. What is left says that it has to be typed again.
 */
export const useDrafts = create<Drafts>((set) => ({
  drafts: {},
  keep: (key, draft) => set(({ drafts }) => ({ drafts: { ...drafts, [key]: draft } })),
  drop: (key) =>
    set((state) => {
      if (!(key in state.drafts)) return state;
      const { [key]: _dropped, ...drafts } = state.drafts;
      return { drafts };
    }),
}));

/** Drafts are a person's own: whoever signs in next in this window starts from what is saved. */
export function draftKey(userId: string, page: string): string {
  return `${userId} ${page}`;
}
