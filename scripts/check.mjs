// npm run check: everything that can be said about the sources without running them.
import { runChecks } from './lib/checks.mjs';
import { ensureSetup } from './lib/ensure-setup.mjs';
import { command, elapsed, say } from './lib/log.mjs';

await command(async () => {
  const { passed, failed } = await runChecks(await ensureSetup());
  say(`${passed} checks passed, ${failed} failed (${elapsed()}).`);
  return failed > 0 ? 1 : 0;
});
