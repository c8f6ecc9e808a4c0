import type { Role } from '../domain/role';

/** Who asks: the signed-in person with the role and sites of their grant. Built by the router, never by a window. */
export interface Actor {
  userId: string;
  sessionId: string;
  role: Role;
  siteIds: readonly string[];
}
