import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the checkout; every command works from here, wherever it was started. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Everything that set-up makes lives here; deleting it costs time, never data. */
export const cache = join(root, '.cache');

export const reports = join(cache, 'reports');
