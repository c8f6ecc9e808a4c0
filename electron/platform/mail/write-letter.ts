import type { Letter } from '../../../core/ports';

/**
 * A mail as MIME: text and HTML as alternatives, both quoted-printable or 7bit, so that a code or link on a line of its own
 * stays whole in the raw text too. Headers are encoded by the composer, which keeps line breaks out of them.
 */
export async function writeLetter(letter: Letter): Promise<Uint8Array> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const { messageId, date, from, to, subject, text, html, draft } = letter;
  const node = new MailComposer({
    // Whoever opens a draft is its sender.
    ...(from.address !== '' && { from }),
    to: { name: '', address: to },
    subject,
    messageId,
    date: new Date(date),
    text: withCrlf(text),
    html: withCrlf(html),
    headers: draft ? { 'X-Unsent': '1' } : { 'Auto-Submitted': 'auto-generated' },
    encoding: 'quoted-printable',
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  return node.build();
}

/** Quoted-printable breaks long lines softly; only between CRLFs does the composer know where lines end anyway. */
function withCrlf(text: string): string {
  return text.replace(/\r?\n/g, '\r\n');
}
