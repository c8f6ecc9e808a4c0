import type { ParsedInput, RequestOutput } from '../../contract';
import type { Preferences, SessionView } from '../../contract/app';
import type { Role } from '../../domain/role';
import type { SessionEnd } from '../../ports';
import type { Actor } from '../actor';

/** Role and sites as they were when the grant was issued: what a person sees follows it for 15 minutes. */
export interface Grant {
  role: Role;
  siteIds: readonly string[];
  issuedAt: number;
  expiresAt: number;
}

/** What main holds in memory for a signed-in window. Never crosses IPC. Immutable: a renewal answers a new one. */
export interface HeldSession {
  readonly sessionId: string;
  readonly userId: string;
  readonly refreshToken: string;
  readonly grant: Grant;
  readonly passwordDue: boolean;
  readonly startedAt: number;
}

/** Re-read at every request: is the session still open, the person active, and which role is stored now. */
export type SessionCheck =
  | { live: true; storedRole: Role; storedSiteIds: readonly string[] }
  | { live: false; why: SessionEnd };

export interface Sessions {
  /** Errors: `sign_in.refused`, `sign_in.inactive`, `sign_in.temporary_expired`. Same work for every refusal. */
  signIn(input: { email: string; password: string }): Promise<HeldSession>;
  /** Starts a session without a password: for the first Tenant-Admin right after set-up. */
  startFor(userId: string): HeldSession;
  check(sessionId: string): SessionCheck;
  /** New grant and refresh token when the grant is over; the held one when it isn't; `null` when the session is. */
  renew(held: HeldSession): HeldSession | null;
  /** Notes that the person is there; written at most once a minute. */
  touch(held: HeldSession): void;
  end(sessionId: string, why: SessionEnd): void;
  /** At start: sessions that earlier runs of this desk left open. */
  endLeftovers(): void;
  /** Errors: `sign_in.password_wrong`. */
  verifyPassword(userId: string, password: string): Promise<void>;
  /** The forced change: spends the temporary password. Answers the session without `passwordDue`. Errors: `password.*`. */
  choosePassword(held: HeldSession, newPassword: string): Promise<HeldSession>;
  /** Errors: `sign_in.password_wrong`, `password.*`. The person's other sessions end. */
  changePassword(held: HeldSession, currentPassword: string, newPassword: string): Promise<void>;
  view(held: HeldSession): SessionView;
  preferences(userId: string): Preferences;
  setPreferences(userId: string, choices: Partial<Preferences>): Preferences;
  /** A person's open sessions, latest use first. Error: `user.not_found`. */
  list(actor: Actor, input: ParsedInput<'session.list'>): RequestOutput<'session.list'>;
  /** An administrator ends one session. Error: `session.not_found`. */
  endOne(actor: Actor, input: ParsedInput<'session.end'>): RequestOutput<'session.end'>;
  /** "Sign out everywhere". Error: `user.not_found`. */
  endAll(actor: Actor, input: ParsedInput<'session.endAll'>): RequestOutput<'session.endAll'>;
}
