import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LicenceKeys } from '../../core/ports';

interface Build {
  packaged: boolean;
  /** The app's resources folder. */
  resources: string;
  /** Where the app's code lies: outside a package, the checkout. */
  appPath: string;
}

/**
 * The public keys this build checks licences with: the one put in at packaging time (scripts/package.mjs), and outside a
 * package the development key as well, whose private half lies open in the checkout.
 */
export function licenceKeys({ packaged, resources, appPath }: Build): LicenceKeys {
  const shipped = textOf(join(resources, 'licence', 'public-key.pem'));
  const development = packaged
    ? null
    : textOf(join(appPath, 'test', 'support', 'licence', 'development-public.pem'));
  return { publicKeys: [shipped, development].filter((pem) => pem !== null) };
}

/** `null` when there is no such file, or none that can be read: a build without a key takes no licence. */
function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
