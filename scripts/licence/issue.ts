import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { id } from '../../core/contract/fields';
import { type LicenceClaims, licenceClaims, seatStates, usualSeats } from '../../core/domain/licence';
import { roles } from '../../core/domain/role';
import { LicenceRefusal } from './refusal';

export interface IssueOptions {
  claims: LicenceClaims;
  keyFile: string;
  /** `null`: print it. */
  out: string | null;
}

const yearMs = 365 * 86_400_000;

const options = {
  key: { type: 'string' },
  customer: { type: 'string' },
  organisation: { type: 'string' },
  tier: { type: 'string', default: 'Standard' },
  users: { type: 'string', default: '100' },
  sites: { type: 'string', default: '10' },
  'check-ins': { type: 'string', default: '10000' },
  'valid-until': { type: 'string' },
  'seat-roles': { type: 'string' },
  'seat-states': { type: 'string' },
  out: { type: 'string' },
} as const;

/** What `issue` was told. @param now UTC ms */
export function readIssue(args: readonly string[], now: number): IssueOptions {
  const given = parse(args);
  const claims: LicenceClaims = {
    format: 1,
    id: randomUUID(),
    customer: words('--customer', given.customer),
    organisationId: organisation(given.organisation),
    tier: words('--tier', given.tier),
    limits: {
      users: limit('--users', given.users),
      sites: limit('--sites', given.sites),
      checkInsPerMonth: limit('--check-ins', given['check-ins']),
    },
    seats: {
      roles: list('--seat-roles', given['seat-roles'], roles) ?? usualSeats.roles,
      states: list('--seat-states', given['seat-states'], seatStates) ?? usualSeats.states,
    },
    issuedAt: now,
    validUntil:
      given['valid-until'] === undefined ? endOfDay(now + yearMs) : until(given['valid-until'], now),
  };
  if (given.key === undefined) {
    throw new LicenceRefusal('--key=<private.pem> is missing: the key the licence is signed with.');
  }
  return { claims: licenceClaims.parse(claims), keyFile: given.key, out: given.out ?? null };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new LicenceRefusal(error instanceof Error ? error.message : String(error));
  }
}

function words(name: string, text = ''): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new LicenceRefusal(`${name} is missing: it takes a name.`);
  if (trimmed.length > 200) throw new LicenceRefusal(`${name} takes at most 200 characters.`);
  return trimmed;
}

function organisation(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (id.safeParse(text).success) return text;
  throw new LicenceRefusal(
    `--organisation takes the id that Settings, Licence shows (0190…-…), not "${text}". Without it the licence is for any.`,
  );
}

function limit(name: string, text: string): number | null {
  if (text === 'unlimited') return null;
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= 1 && number <= 10_000_000) return number;
  throw new LicenceRefusal(`${name} takes a whole number from 1 to 10000000 or "unlimited", not "${text}".`);
}

function list<T extends string>(name: string, text: string | undefined, known: readonly T[]): T[] | null {
  if (text === undefined) return null;
  const named = text.split(',').map((part) => part.trim());
  const stranger = named.find((part) => !(known as readonly string[]).includes(part));
  if (stranger === undefined) return known.filter((value) => named.includes(value));
  throw new LicenceRefusal(
    `${name} takes some of ${known.join(', ')}, with commas between, not "${stranger}".`,
  );
}

/** The whole day counts, in UTC. */
function until(text: string, now: number): number {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // A date such as 30 February is moved to the next month by some parsers.
  if (Number.isNaN(day) || new Date(day).toISOString().slice(0, 10) !== text) {
    throw new LicenceRefusal(`--valid-until takes a date as 2027-12-31, not "${text}".`);
  }
  const end = endOfDay(day);
  if (end <= now)
    throw new LicenceRefusal(`--valid-until=${text} has passed: nobody could import that licence.`);
  return end;
}

function endOfDay(at: number): number {
  return new Date(at).setUTCHours(23, 59, 59, 999);
}
