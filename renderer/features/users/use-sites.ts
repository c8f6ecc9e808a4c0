import { useMemo } from 'react';
import type { SiteRow } from '../../../core/contract/sites';
import { useRequest } from '../../ipc/query';

interface Sites {
  /** `false` until the first answer: a form waits, or it could not preselect the only site. */
  loaded: boolean;
  /** The sites people can be given, by name. */
  sites: SiteRow[];
}

export function useSites(): Sites {
  const { data } = useRequest('sites.list', {});
  return useMemo(
    () => ({
      loaded: data !== undefined,
      sites: data?.sites.filter(({ archivedAt }) => archivedAt === null) ?? [],
    }),
    [data],
  );
}
