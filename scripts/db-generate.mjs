// npm run db:generate -- --name=<what changes>: writes the migration that leads from the last one to the schema.
import { join } from 'node:path';
import { ensureSetup } from './lib/ensure-setup.mjs';
import { command } from './lib/log.mjs';
import { root } from './lib/paths.mjs';
import { show } from './lib/run.mjs';

await command(async () => {
  const setup = await ensureSetup();
  const cli = join(root, 'node_modules', 'drizzle-kit', 'bin.cjs');
  return show(setup.node, [cli, 'generate', ...process.argv.slice(2)], { env: setup.env });
});
