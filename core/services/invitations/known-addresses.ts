import type { ReadDb } from '../../db/types';
import type { Role } from '../../domain/role';

export interface KnownPerson {
  id: string;
  key: string;
  email: string;
  displayName: string;
  status: 'active' | 'inactive';
  siteIds: string[];
}

export interface KnownInvitation {
  id: string;
  key: string;
  email: string;
  role: Role;
  expiresAt: number;
  reactivatesUserId: string | null;
  siteIds: string[];
}

type Stored<T> = Omit<T, 'siteIds'> & { sites: string };

/** Along the index of addresses, once per key: `cross join` keeps SQLite from walking everybody instead. */
const people = `select u.id, u.email_key as key, u.email, u.display_name as displayName, u.status,
    (select json_group_array(s.site_id) from user_site s where s.user_id = u.id and s.deleted_hlc is null) as sites
  from json_each(?) k cross join user u on u.email_key = k.value
  where u.deleted_hlc is null and u.conflict_of is null`;

const invitations = `select i.id, i.email_key as key, i.email, i.role, i.expires_at as expiresAt,
    i.reactivates_user_id as reactivatesUserId,
    (select json_group_array(s.site_id) from invitation_site s
     where s.invitation_id = i.id and s.deleted_hlc is null) as sites
  from json_each(?) k cross join invitation i on i.email_key = k.value
  where i.accepted_at is null and i.removed_at is null and i.deleted_hlc is null and i.conflict_of is null`;

/** Who has these addresses, and which live invitations go to them, in two queries however many they are. */
export function knownAddresses(
  db: ReadDb,
  keys: readonly string[],
): { people: Map<string, KnownPerson>; invitations: Map<string, KnownInvitation> } {
  const wanted = JSON.stringify(keys);
  return {
    people: byKey<KnownPerson>(db.statement<Stored<KnownPerson>>(people).all(wanted)),
    invitations: byKey<KnownInvitation>(db.statement<Stored<KnownInvitation>>(invitations).all(wanted)),
  };
}

function byKey<T extends { key: string; siteIds: string[] }>(rows: readonly Stored<T>[]): Map<string, T> {
  return new Map(
    rows.map(({ sites, ...row }) => {
      const known = { ...row, siteIds: JSON.parse(sites) as string[] } as unknown as T;
      return [known.key, known];
    }),
  );
}
