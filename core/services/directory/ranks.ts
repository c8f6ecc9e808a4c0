import { type Role, roleRank } from '../../domain/role';

/**
 * How lists sort by status, and what they are counted by. `returning`: inactive, with an invitation back. Expired and
 * pending invitations differ by `expires_at`. Accepted ones have no entry, they are only counted.
 */
export const statusRanks = { active: 0, inactive: 1, returning: 2, invitation: 3, accepted: 4 } as const;

/** 0 for nobody's role: inactive people. */
export function rankOfRole(role: Role | null): number {
  return role === null ? 0 : roleRank(role);
}
