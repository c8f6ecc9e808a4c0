import type { EmailProblem } from '../errors/catalogue';
import { hasInvisible } from './text';

export interface EmailAddress {
  /** As typed, trimmed: mail goes here. */
  address: string;
  /** What makes it unique (product.md §3): NFKC, one `@`, domain in ASCII, lower case. */
  key: string;
}

export type EmailResult = { ok: true; email: EmailAddress } | { ok: false; problem: EmailProblem };

/** RFC 5321 §4.5.3.1: 64 octets before the `@`, 254 in all. */
const maxLocal = 64;
const maxAddress = 254;

/** Dot-atom of RFC 5322 §3.2.3 widened by letters of other scripts (RFC 6531), or a quoted string. */
const localPart =
  /^(?:[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*|"(?:[^"\\]|\\.)+")$/u;
const asciiDomain =
  /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;

/** Reads an address as a person typed it. Pure; the same in the window and in main. */
export function parseEmail(typed: string): EmailResult {
  const refuse = (problem: EmailProblem): EmailResult => ({ ok: false, problem });
  const address = typed.trim();
  if (address === '') return refuse('empty');
  if (address.length > 1000) return refuse('too_long');
  const folded = address.normalize('NFKC');
  if (hasInvisible(folded) || hasInvisible(address)) return refuse('invisible');
  const parts = folded.split('@');
  if (parts.length !== 2) return refuse('at_sign');
  const [local = '', domain = ''] = parts;
  if (!localPart.test(local)) return refuse('local_part');
  const ascii = domainToAscii(domain);
  if (ascii === null) return refuse('domain');
  const key = `${local.toLowerCase()}@${ascii}`;
  if (utf8Length(local) > maxLocal || utf8Length(key) > maxAddress || utf8Length(address) > maxAddress) {
    return refuse('too_long');
  }
  return { ok: true, email: { address, key } };
}

/** IDNA by the platform's URL parser, the same code in Node and Chromium. */
function domainToAscii(domain: string): string | null {
  if (domain === '' || /[\s/\\?#:@%[\]<>^|]/.test(domain)) return null;
  let host: string;
  try {
    host = new URL(`http://${domain}/`).hostname;
  } catch {
    return null;
  }
  // A number is read as an IPv4 address by the URL parser; an address literal is no domain.
  if (!asciiDomain.test(host) || /^[0-9.]+$/.test(host)) return null;
  return host;
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
