// npm run -s electron:path: prints the Electron executable that is used here, and nothing else.
import { ensureSetup } from './lib/ensure-setup.mjs';
import { command } from './lib/log.mjs';

await command(async () => {
  const { electron } = await ensureSetup();
  process.stdout.write(`${electron.program}\n`);
});
