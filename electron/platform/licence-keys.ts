import type { LicenceKeys } from '../../core/ports';

/** The public keys this build checks licences with. */
export function licenceKeys(_build: { packaged: boolean; resources: string; appPath: string }): LicenceKeys {
  return { publicKeys: [] };
}
