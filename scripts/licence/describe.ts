import type { LicenceClaims } from '../../core/domain/licence';

/** A licence in words, a fact a line. */
export function describe({ seats, limits, ...claims }: LicenceClaims): string {
  const facts: [string, string][] = [
    ['Licence', claims.id],
    ['Customer', claims.customer],
    ['Organisation', claims.organisationId ?? 'any'],
    ['Tier', claims.tier],
    ['Users', counted(limits.users)],
    ['Sites', counted(limits.sites)],
    ['Check-ins a month', counted(limits.checkInsPerMonth)],
    ['Roles with a seat', seats.roles.join(', ')],
    ['States with a seat', seats.states.join(', ')],
    ['Issued', new Date(claims.issuedAt).toISOString()],
    ['Valid until', new Date(claims.validUntil).toISOString()],
  ];
  return facts.map(([name, value]) => `${`${name}:`.padEnd(20)} ${value}\n`).join('');
}

function counted(limit: number | null): string {
  return limit === null ? 'unlimited' : String(limit);
}
