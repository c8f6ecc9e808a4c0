// npm run build: builds the app into out/ (main, preload and renderer).
import { ensureBuild } from './lib/build.mjs';
import { ensureSetup } from './lib/ensure-setup.mjs';
import { command, elapsed, say } from './lib/log.mjs';

await command(async () => {
  await ensureBuild(await ensureSetup());
  say(`out/ is up to date (${elapsed()}).`);
});
