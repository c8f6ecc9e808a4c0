// npm run e2e: the journeys in a real window. Arguments after `--` go to Playwright, for example `-g "first run"`.
import { ensureBuild } from './lib/build.mjs';
import { ensureSetup } from './lib/ensure-setup.mjs';
import { command } from './lib/log.mjs';
import { runJourneys } from './lib/runners.mjs';

await command(async () => {
  const setup = await ensureSetup();
  await ensureBuild(setup);
  const { failed } = await runJourneys(setup, process.argv.slice(2));
  return failed > 0 ? 1 : 0;
});
