import { X509Certificate } from 'node:crypto';
import tls from 'node:tls';

/** A server that shows another certificate than the one somebody chose to trust. */
class OtherCertificate extends Error {
  readonly code = 'ATRIUM_OTHER_CERTIFICATE';
}

/**
 * How the server's certificate is judged. Kept: exactly this one, whoever issued it and whatever name is on it. Else by the
 * authorities of Node and of the system, which a company's own may be among.
 */
export function tlsOptions(trustedCertificate: string | null): tls.ConnectionOptions {
  const minVersion = 'TLSv1.2' as const;
  if (trustedCertificate === null) return { minVersion, ...systemAuthorities() };
  const { fingerprint256 } = new X509Certificate(trustedCertificate);
  return {
    minVersion,
    ca: [trustedCertificate],
    allowPartialTrustChain: true,
    checkServerIdentity: (_host, certificate) =>
      certificate.fingerprint256 === fingerprint256 ? undefined : new OtherCertificate('Another certificate'),
  };
}

/** Older Node (scripts/README.md, "fallback") can't tell the system's: then its own have to do. */
function systemAuthorities(): tls.ConnectionOptions {
  if (!('getCACertificates' in tls)) return {};
  return { ca: [...tls.getCACertificates('default'), ...tls.getCACertificates('system')] };
}
