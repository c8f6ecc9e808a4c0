/** What a mail program shows of a mail as it travelled (each byte a character): its plain text, decoded. */
export function plainTextOf(raw: string): string {
  const part =
    raw.split(/\r?\n--[^\r\n]+\r?\n/).find((piece) => /^content-type: text\/plain/im.test(piece)) ?? raw;
  const [head = '', ...body] = part.split(/\r?\n\r?\n/);
  const text = body.join('\n\n').replaceAll('\r\n', '\n');
  const quoted = /^content-transfer-encoding: quoted-printable/im.test(head);
  const bytes = quoted
    ? text
        .replaceAll('=\n', '')
        .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** The value of a line of the head. */
export function headOf(raw: string, name: string): string | undefined {
  return new RegExp(`^${name}: (.*)$`, 'im').exec(raw)?.[1]?.trim();
}
