import type { ReactNode } from 'react';
import type { SiteRow } from '../../../../core/contract/sites';
import { useSites } from '../use-sites';

/** A form that gives access starts with the sites known, or it could not preselect the only one. */
export function WithSites({ children }: { children: (sites: readonly SiteRow[]) => ReactNode }) {
  const { loaded, sites } = useSites();
  return loaded ? children(sites) : null;
}
