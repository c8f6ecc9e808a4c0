// npm run unit: the tests that open no window. Arguments after `--` go to vitest, for example a file name.
import { ensureSetup } from './lib/ensure-setup.mjs';
import { command } from './lib/log.mjs';
import { runUnitTests } from './lib/runners.mjs';

await command(async () => {
  const { failed } = await runUnitTests(await ensureSetup(), process.argv.slice(2));
  return failed > 0 ? 1 : 0;
});
