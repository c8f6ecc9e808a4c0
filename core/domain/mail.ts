/** How the way to the mail server is protected: `starttls` upgrades and never goes on without, `tls` from the first byte. */
export const mailSecurities = ['none', 'starttls', 'tls'] as const;
export type MailSecurity = (typeof mailSecurities)[number];

/** The usual port of each (RFC 6409, RFC 8314). */
export const usualPorts: Record<MailSecurity, number> = { none: 25, starttls: 587, tls: 465 };

/**
 * What became of a mail. `queued`: waits for its turn or its next try. `sent`: the server took it. `unconfirmed`: the app was
 * stopped while the server was answering; it has most likely arrived, and sending it again by itself could double it.
 * `failed`: refused for good, or tried often enough. `expired`: its invitation expired before it could be sent.
 */
export const mailStates = ['queued', 'sent', 'unconfirmed', 'failed', 'expired'] as const;
export type MailState = (typeof mailStates)[number];

/** No mail waits longer for its next try, ms. */
export const longestDelay = 3_600_000;

/** Waits between tries in ms: doubles from half a minute to an hour. @param attempts how often it was tried. */
export function retryDelay(attempts: number): number {
  return Math.min(30_000 * 2 ** Math.max(0, attempts - 1), longestDelay);
}

/** After so many tries a mail has failed; with the delays above that is about a day. */
export const maxAttempts = 30;

/** Whether a server is on this computer, so that what is sent to it unprotected leaves it nowhere else. */
export function isThisComputer(host: string): boolean {
  return /^(localhost|::1|127(\.\d{1,3}){3})$/i.test(host);
}
