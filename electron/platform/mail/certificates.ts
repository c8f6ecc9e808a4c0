import { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import type { ShownCertificate } from '../../../core/ports';

/** The facts of a certificate by which a person recognises it. */
export function describeCertificate(pem: string): ShownCertificate {
  const certificate = new X509Certificate(pem);
  return {
    pem: certificate.toString(),
    fingerprint: certificate.fingerprint256,
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    validFrom: Date.parse(certificate.validFrom),
    validUntil: Date.parse(certificate.validTo),
  };
}

/** Of a connection that is up; `null` when it isn't protected. */
export function certificateOf(socket: unknown): ShownCertificate | null {
  if (!isProtected(socket)) return null;
  const shown = socket.getPeerX509Certificate();
  return shown === undefined ? null : describeCertificate(shown.toString());
}

function isProtected(socket: unknown): socket is TLSSocket {
  return typeof socket === 'object' && socket !== null && 'getPeerX509Certificate' in socket;
}

/** `CN=mail.example.com, O=Example`: OpenSSL puts each on a line of its own. */
function oneLine(name: string | undefined): string {
  return (name ?? '').split('\n').join(', ');
}
