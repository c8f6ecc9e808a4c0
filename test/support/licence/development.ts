import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LicenceClaims, usualSeats } from '../../../core/domain/licence';
import type { LicenceKeys } from '../../../core/ports';
import type { Actor } from '../../../core/services/actor';
import type { LicenceService } from '../../../core/services/licence/create-licence';
import { signLicence } from '../../../scripts/licence/sign';

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');

export const developmentPublicKey = read('development-public.pem');
const developmentPrivateKey = read('development-private.pem');

/** What an app outside a package trusts. */
export const developmentKeys: LicenceKeys = { publicKeys: [developmentPublicKey] };

export type GivenLicence = Partial<Omit<LicenceClaims, 'limits'>> & {
  limits?: Partial<LicenceClaims['limits']>;
};

/** Left out: without limits, for anybody, until 2040. */
export function givenClaims({ limits, ...given }: GivenLicence = {}): LicenceClaims {
  return {
    format: 1,
    id: 'L-1',
    customer: 'Marina Group',
    organisationId: null,
    tier: 'Enterprise',
    limits: { users: null, sites: null, checkInsPerMonth: null, ...limits },
    seats: usualSeats,
    issuedAt: Date.UTC(2026, 0, 1),
    validUntil: Date.UTC(2040, 0, 1),
    ...given,
  };
}

/** The text of a licence file, signed with the development key unless told otherwise. */
export function licenceFile(given: GivenLicence = {}, privateKey = developmentPrivateKey): Promise<string> {
  return signLicence(givenClaims(given), privateKey);
}

interface LicensedDesk {
  services: { licence: LicenceService };
  admin: Actor;
}

/** The desk has imported such a licence. */
export async function givenLicence(desk: LicensedDesk, given: GivenLicence = {}): Promise<void> {
  await desk.services.licence.import(desk.admin, { file: await licenceFile(given) });
}
