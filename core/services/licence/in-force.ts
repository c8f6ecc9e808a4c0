import type { ReadDb } from '../../db/types';
import { community, type LicenceClaims, type LicenceTerms } from '../../domain/licence';
import type { LicenceKeys } from '../../ports';
import { readOrganisation } from '../organisation/organisation-rows';
import { latestLicence } from './licence-rows';
import { readLicence } from './read-licence';

export interface KeptLicence {
  claims: LicenceClaims;
  token: string;
  importedAt: number;
}

export type InForce = ReturnType<typeof createInForce>;

/**
 * The licence as it was last read and checked. Checking a signature takes waiting, which no write transaction can do, so
 * what it says is kept here.
 */
export function createInForce() {
  let kept: KeptLicence | null = null;
  let unreadable = false;

  return {
    licence: () => kept,
    /** There is one, but it can't be read any more: its key is gone, or the row was altered. */
    unreadable: () => unreadable,
    terms: (): LicenceTerms => kept?.claims ?? community,

    take(licence: KeptLicence): void {
      kept = licence;
      unreadable = false;
    },

    /** Reads the stored one and checks it as if it came from outside. Never fails. */
    async load(db: ReadDb, keys: LicenceKeys): Promise<void> {
      const row = latestLicence(db);
      const claims = row === undefined ? null : await readLicence(row.token, keys).catch(() => null);
      kept = row !== undefined && claims !== null && isOurs(db, claims) ? { ...row, claims } : null;
      unreadable = row !== undefined && kept === null;
    },
  };
}

/** A licence names the organisation it was issued to, or is for any. */
export function isOurs(db: ReadDb, { organisationId }: LicenceClaims): boolean {
  return organisationId === null || organisationId === readOrganisation(db)?.id;
}
