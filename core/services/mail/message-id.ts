import { parseEmail } from '../../domain/email';

/** The domain of an address in ASCII, as a Message-ID wants it. */
export function domainOf(address: string): string {
  const parsed = parseEmail(address);
  return parsed.ok ? parsed.email.key.slice(parsed.email.key.lastIndexOf('@') + 1) : 'localhost';
}
