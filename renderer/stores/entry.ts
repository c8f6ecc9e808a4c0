import { create } from 'zustand';
import type { EventPayload } from '../../core/contract/events';

export type EndedReason = NonNullable<EventPayload<'session.changed'>['ended']>;
export type Outcome = NonNullable<EventPayload<'app.changed'>['outcome']>;

interface Entry {
  /** Why the last session of this window is over; shown on the sign-in screen until somebody signs in. */
  ended: EndedReason | null;
  setEnded(reason: EndedReason | null): void;
  /** What was done with the app's files before this sign-in screen came up. */
  outcome: Outcome | null;
  setOutcome(outcome: Outcome | null): void;
  /** The restore that whoever signed in here last was told of, by its moment: UTC ms. */
  seen: number | null;
  setSeen(restoredAt: number | null): void;
  /** An invitation's link that the system opened here, until its screen has looked it up. */
  link: string | null;
  setLink(link: string | null): void;
}

export const useEntry = create<Entry>((set) => ({
  ended: null,
  setEnded: (ended) => set({ ended }),
  outcome: null,
  setOutcome: (outcome) => set({ outcome }),
  seen: null,
  setSeen: (seen) => set({ seen }),
  link: null,
  setLink: (link) => set({ link }),
}));
