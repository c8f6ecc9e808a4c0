import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

/**
 * Puts a restore in place that was made ready, and dies at one of its steps: each change of a file is one. argv: data folder,
 * number of the step.
 */
const [, , folder = '', dieAt = ''] = process.argv;

let steps = 0;
for (const name of ['renameSync', 'rmSync', 'writeFileSync', 'fsyncSync', 'mkdirSync'] as const) {
  const act = fs[name] as (...given: unknown[]) => unknown;
  Object.assign(fs, {
    [name]: (...given: unknown[]) => {
      steps += 1;
      if (steps === Number(dieAt)) process.kill(process.pid, 'SIGKILL');
      return act(...given);
    },
  });
}
syncBuiltinESMExports();

const { decide, finishRestore, stagingFor } = await import('../../../core/backups/restore/staging');
const places = {
  database: join(folder, 'atrium.db'),
  anchorFile: join(folder, 'atrium.anchor'),
  backupsFolder: join(folder, 'backups'),
};
decide(stagingFor(places), { backupAt: 0, keptAs: null, setAside: 'damaged-20261125-120000' });
finishRestore(places);
