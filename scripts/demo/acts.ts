import type { Role } from '../../core/domain/role';
import type { Someone } from './people';

export interface Access {
  role: Role;
  sites: readonly string[];
}

/** One thing an administrator or an invited person did, at a moment of the past (UTC ms). */
export type Act =
  | { kind: 'addSite'; at: number; site: string }
  | { kind: 'create'; at: number; who: Someone; access: Access; password?: string; mustChange: boolean }
  | { kind: 'invite'; at: number; email: string; access: Access }
  | { kind: 'resend' | 'remove'; at: number; email: string }
  | { kind: 'accept'; at: number; who: Someone }
  | { kind: 'change'; at: number; email: string; access: Access }
  | { kind: 'deactivate'; at: number; email: string }
  | { kind: 'rename'; at: number; email: string; lastName: string }
  | VisitAct;

export type VisitAct =
  | { kind: 'register'; at: number; visit: PlannedVisit }
  /** `n` is the visit's. */
  | { kind: 'checkIn' | 'checkOut' | 'cancelVisit'; at: number; n: number };

export interface PlannedVisit {
  n: number;
  site: string;
  /** E-mail. */
  host: string;
  visitorName: string;
  company: string | null;
  visitorEmail: string | null;
  purpose: string | null;
  /** Left out for those who just came in. */
  arrival: number | null;
  departure: number | null;
}

/** What is being written down while lives are drawn. */
export interface Diary {
  acts: Act[];
  /** E-mail → when that person last used the app; people who never did are missing. */
  activity: Map<string, number>;
}

export const hour = 3_600_000;
export const day = 24 * hour;
