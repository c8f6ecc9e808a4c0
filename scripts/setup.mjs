// npm run setup: installs what this machine and this checkout lack. `--retry-electron` tries Electron's own download
// again on a machine where it failed before.
import { ensureSetup } from './lib/ensure-setup.mjs';
import { command, elapsed, say } from './lib/log.mjs';

await command(async () => {
  const { electron } = await ensureSetup({ retryElectron: process.argv.includes('--retry-electron') });
  say(
    `Ready in ${elapsed()}: Electron ${electron.version}${electron.fallback ? ' (fallback, to run and test only)' : ''}.`,
  );
});
