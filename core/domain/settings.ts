/** Who sets the first password of an account (product.md §4). */
export const initialPasswordModes = ['admin', 'generated', 'either'] as const;
export type InitialPasswordMode = (typeof initialPasswordModes)[number];

/** What an organisation decides for itself; the ranges hold in forms and requests alike. */
export interface OrganisationSettings {
  /** Site-Admins manage the Members whose sites are all within their own. */
  delegation: boolean;
  initialPassword: InitialPasswordMode;
  /** How long a temporary password can be used. */
  temporaryPasswordHours: number;
  /** Without input for this long a window locks. */
  idleLockMinutes: number;
  /** Visits older than this lose the visitor's personal data. */
  visitRetentionDays: number;
}

export const settingDefaults: OrganisationSettings = {
  delegation: false,
  initialPassword: 'either',
  temporaryPasswordHours: 72,
  idleLockMinutes: 10,
  visitRetentionDays: 365,
};

export const settingRanges = {
  temporaryPasswordHours: { minimum: 1, maximum: 720 },
  idleLockMinutes: { minimum: 1, maximum: 240 },
  visitRetentionDays: { minimum: 1, maximum: 3650 },
} as const;
