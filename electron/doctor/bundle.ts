import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Report } from './report';

/** The report as a file to send along: readable by its owner only, and never over another. Answers its path. */
export function writeBundle(report: Report, folder: string): string {
  const stamp = new Date(report.madeAt).toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  const path = join(folder, `atrium-support-${stamp}.json.gz`);
  writeFileSync(path, gzipSync(`${JSON.stringify(report, null, 2)}\n`), { mode: 0o600, flag: 'wx' });
  return path;
}
