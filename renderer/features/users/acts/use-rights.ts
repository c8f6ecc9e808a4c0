import { useMemo } from 'react';
import { hasAllSites } from '../../../../core/domain/role';
import { useCan, useSession } from '../../../ipc/app-state';
import type { Rights } from './row-acts';

/** What the signed-in person may do with people, as their grant says. */
export function useRights(): Rights {
  const can = useCan();
  const { userId, role } = useSession();
  return useMemo(() => ({ can, everywhere: hasAllSites(role), ownId: userId }), [can, role, userId]);
}
