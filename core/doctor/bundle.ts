import { gzipSync } from 'node:zlib';
import type { Report } from './report';

/** What the support bundle is called: by when it was made. */
export function bundleName({ madeAt }: Pick<Report, 'madeAt'>): string {
  const stamp = new Date(madeAt).toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  return `atrium-support-${stamp}`;
}

export const bundleExtension = 'json.gz';

/** The report as a file to send along. */
export function bundleOf(report: Report): Buffer {
  return gzipSync(`${JSON.stringify(report, null, 2)}\n`);
}
