import type BetterSqlite3 from 'better-sqlite3';
import type { Person } from './population';

/** See better-auth.mjs. */
export interface BetterAuthDesk {
  listPage(): Promise<unknown>;
  middle(): Promise<unknown>;
  search(needle: string): Promise<unknown>;
  filterByRole(role: string): Promise<unknown>;
  statistics(): Promise<unknown>;
  checkSession(): Promise<unknown>;
  invite(email: string): Promise<string>;
  invited(email: string): Promise<{ invitationId: string; headers: Headers }>;
  accept(invited: { invitationId: string; headers: Headers }): Promise<unknown>;
  deactivate(index: number): Promise<unknown>;
}

export function makeBetterAuth(
  client: BetterSqlite3.Database,
  people: Iterable<Person>,
  outside: { newId: () => string },
): Promise<BetterAuthDesk>;
