/** A mail taken apart, as far as ours go: two alternatives, quoted-printable or 7bit. Free of vitest. */
export interface ReadMail {
  /** Unfolded, by lower-case name, as they travelled: encoded words stay encoded. */
  headers: Record<string, string>;
  /** Decoded, with lines ending in LF. */
  text: string;
  html: string;
  /** The text part as it travelled. */
  rawText: string;
}

export function readMail(raw: string): ReadMail {
  const [, boundary = ''] = /boundary="([^"]+)"/.exec(raw) ?? [];
  const [head = '', ...parts] = raw.split(`--${boundary}`);
  const part = (type: string) => parts.find((text) => text.includes(`Content-Type: ${type}`)) ?? '';
  return {
    headers: headersOf(head),
    text: decoded(part('text/plain')),
    html: decoded(part('text/html')),
    rawText: bodyOf(part('text/plain')),
  };
}

/** `=?UTF-8?Q?…?=` and `=?UTF-8?B?…?=` in a header. */
export function decodedWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_word, kind: string, text: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString()
        : quotedPrintable(text.replaceAll('_', ' ')),
    );
}

function headersOf(text: string): Record<string, string> {
  const [head = ''] = text.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
}

function bodyOf(part: string): string {
  return part.slice(part.indexOf('\r\n\r\n') + 4);
}

function decoded(part: string): string {
  return quotedPrintable(bodyOf(part)).replaceAll('\r\n', '\n');
}

function quotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_escape, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
