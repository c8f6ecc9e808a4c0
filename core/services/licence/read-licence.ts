import { compactVerify, decodeProtectedHeader, importSPKI } from 'jose';
import { type LicenceClaims, licenceClaims } from '../../domain/licence';
import { AppError } from '../../errors/app-error';
import type { LicenceKeys } from '../../ports';

/** The only algorithm: a file that names another one is not asked for its signature at all. */
const algorithms = ['EdDSA'];

/** Far more than a licence needs. */
const mostCharacters = 20_000;

/**
 * The signed text in what a licence file holds: mail programs break long lines and editors add a byte order mark.
 * Error: `licence.garbage`.
 */
export function tokenIn(file: string): string {
  // Looked at before anything is copied: a file chosen by mistake can be large.
  if (file.length > mostCharacters) throw new AppError('licence.garbage');
  const token = file.replace(/\s/g, '');
  if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token) || !hasHeader(token)) throw new AppError('licence.garbage');
  return token;
}

function hasHeader(token: string): boolean {
  try {
    return typeof decodeProtectedHeader(token).alg === 'string';
  } catch {
    return false;
  }
}

/**
 * What the licence says, once one of the keys has proved to have signed it.
 * Errors: `licence.no_key`, `licence.tampered`, `licence.garbage` (signed, but not what we call a licence).
 */
export async function readLicence(token: string, { publicKeys }: LicenceKeys): Promise<LicenceClaims> {
  if (publicKeys.length === 0) throw new AppError('licence.no_key');
  for (const pem of publicKeys) {
    const payload = await signedBy(pem, token);
    if (payload !== null) return claimsIn(payload);
  }
  throw new AppError('licence.tampered');
}

async function signedBy(pem: string, token: string): Promise<Uint8Array | null> {
  try {
    return (await compactVerify(token, await importSPKI(pem, 'EdDSA'), { algorithms })).payload;
  } catch {
    // Whatever is wrong with it: this key doesn't vouch for it.
    return null;
  }
}

function claimsIn(payload: Uint8Array): LicenceClaims {
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder().decode(payload));
  } catch {
    throw new AppError('licence.garbage');
  }
  const parsed = licenceClaims.safeParse(content);
  if (!parsed.success) throw new AppError('licence.garbage');
  return parsed.data;
}
