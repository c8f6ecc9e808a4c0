import { CompactSign, importPKCS8 } from 'jose';
import type { LicenceClaims } from '../../core/domain/licence';

/** The text of a licence file: a compact JWS over the claims. @param privatePem Ed25519, PKCS #8 */
export async function signLicence(claims: LicenceClaims, privatePem: string): Promise<string> {
  const key = await importPKCS8(privatePem, 'EdDSA');
  const payload = new TextEncoder().encode(JSON.stringify(claims));
  return new CompactSign(payload).setProtectedHeader({ alg: 'EdDSA' }).sign(key);
}
