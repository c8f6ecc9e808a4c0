import { useMemo } from 'react';
import type { PasswordContext } from '../../../../core/domain/password';
import { hasAllSites } from '../../../../core/domain/role';
import { useOrganisation } from '../../../ipc/app-state';
import { useSites } from '../use-sites';
import type { AccessValues } from './access-form';

interface Person {
  email: string;
  displayName: string;
  /** What they have or will have; `null` where the dialog doesn't know it. */
  access: AccessValues | null;
}

/** What the password of somebody else must not be made of, as main will see it. */
export function useWordsOf({ email, displayName, access }: Person): PasswordContext {
  const { name: organisationName } = useOrganisation();
  const { sites } = useSites();
  const siteNames = useMemo(
    () =>
      access === null
        ? []
        : sites
            .filter(({ id }) => hasAllSites(access.role) || access.siteIds.includes(id))
            .map(({ name }) => name),
    [access, sites],
  );
  return { email, displayName, siteNames, organisationName };
}
