// npm run bench [-- --users=1000,100000 --only=core]: prints one JSON line per figure (docs/performance.md).
import { ensureBench } from './lib/bench.mjs';
import { ensureBuild } from './lib/build.mjs';
import { withDisplay } from './lib/display.mjs';
import { ensureSetup } from './lib/ensure-setup.mjs';
import { command } from './lib/log.mjs';
import { runTypeScript } from './lib/typescript-entry.mjs';

await command(async () => {
  const setup = await ensureSetup();
  await ensureBuild(setup);
  await ensureBench(setup);
  return withDisplay(setup.env, async (env) => {
    const { code } = await runTypeScript(setup, 'bench', process.argv.slice(2), env);
    return code;
  });
});
