/** What a person sees follows the grant, so a new role takes at most this long (Atrium's page). */
export const grantMs = 15 * 60_000;

/** A refresh token can be used once, within 7 days of its issue. */
export const refreshMs = 7 * 86_400_000;
