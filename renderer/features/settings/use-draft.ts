import { useSession } from '../../ipc/app-state';
import { type Draft, draftKey, type Stored, type Typed, useDrafts } from './drafts';
import { differing, withheldFrom } from './merge';

/**
 * The draft of one settings page.
 * @param page names it.
 * @param secrets fields whose values aren't kept.
 */
export function useDraft<S extends Stored, V extends Typed>(
  page: string,
  secrets: readonly (keyof V & string)[],
) {
  const key = draftKey(useSession().userId, page);
  const { drafts, keep, drop } = useDrafts();
  return {
    // What lies under a page's name was put there by that page.
    draft: drafts[key] as Draft<S, V> | undefined,
    keep: (base: S, typed: V) => {
      const values = withheldFrom(typed, secrets);
      const withheld = differing(values, typed).length > 0;
      const kept = drafts[key];
      const same = kept?.base === base && kept.withheld === withheld;
      if (same && differing<Typed>(kept.values, values).length === 0) return;
      keep(key, { base, values, withheld });
    },
    drop: () => drop(key),
  };
}
