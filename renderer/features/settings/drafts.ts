import { create } from 'zustand';
import type { RequestOutput } from '../../../core/contract/index';

export type Organisation = RequestOutput<'organisation.get'>;
/** What the fields of a settings page hold: text as typed, or a choice. */
export type Typed = Record<string, string | boolean>;

export interface Draft {
  /** What the changes were made from. */
  base: Organisation;
  values: Typed;
}

interface Drafts {
  drafts: Readonly<Record<string, Draft>>;
  keep(key: string, draft: Draft): void;
  drop(key: string): void;
}

/** Changes not saved yet. They outlive the page, the lock and other settings pages; **Save** and **Discard** end them. */
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
