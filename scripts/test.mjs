// npm test: everything. A part that fails doesn't keep the others from running; the last line adds them all up.
import { ensureBuild } from './lib/build.mjs';
import { runChecks } from './lib/checks.mjs';
import { ensureSetup } from './lib/ensure-setup.mjs';
import { command } from './lib/log.mjs';
import { runParts } from './lib/parts.mjs';
import { runJourneys, runUnitTests } from './lib/runners.mjs';

await command(async () => {
  const setup = await ensureSetup();
  return runParts([
    { name: 'checks', run: () => runChecks(setup) },
    { name: 'unit tests', run: () => runUnitTests(setup, []) },
    {
      name: 'journeys in a window',
      run: async () => {
        await ensureBuild(setup);
        return runJourneys(setup, []);
      },
    },
  ]);
});
