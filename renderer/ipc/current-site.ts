import { useMemo } from 'react';
import type { SessionView } from '../../core/contract/app';
import { useCan, useSession } from './app-state';
import { useSavePreferences } from './preferences';
import { useRequest } from './query';

export type SiteRef = SessionView['sites'][number];

interface CurrentSite {
  /** `false` until it is known which sites there are. */
  loaded: boolean;
  /** The person's open sites, by name. */
  sites: readonly SiteRef[];
  /** The one chosen in the sidebar while it is still one of theirs, else the first; `null`: they have none. */
  site: SiteRef | null;
  /** Remembered per person, for all their windows. */
  choose: (siteId: string) => void;
}

/** Where the person works right now: what Visits shows, and what a dialog about one site starts with. */
export function useCurrentSite(): CurrentSite {
  const session = useSession();
  // Members aren't told about sites as such; theirs come with the session.
  const lists = useCan()('site.list');
  const { data } = useRequest('sites.list', {}, { enabled: lists });
  const { mutate: remember } = useSavePreferences();
  const own = session.sites;
  const wanted = session.preferences.currentSiteId;

  return useMemo(() => {
    const sites = lists
      ? (data?.sites ?? [])
          .filter(({ archivedAt }) => archivedAt === null)
          .map(({ id, name }) => ({ id, name }))
      : own;
    return {
      loaded: !lists || data !== undefined,
      sites,
      site: sites.find(({ id }) => id === wanted) ?? sites[0] ?? null,
      choose: (siteId) => remember({ currentSiteId: siteId }),
    };
  }, [lists, data, own, wanted, remember]);
}
