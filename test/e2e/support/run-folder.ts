import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const variable = 'ATRIUM_E2E_FOLDER';

/** Playwright's global set-up: a folder for the whole run, which every worker knows; answers how it goes again. */
export default function makeRunFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'atrium-e2e-'));
  process.env[variable] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

export function runFolder(): string {
  const folder = process.env[variable];
  if (folder === undefined) throw new Error('Journeys run with the configuration that makes their folder.');
  return folder;
}
