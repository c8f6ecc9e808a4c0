// npm run tour: drives the real app through the main job on demo data and writes the pictures of the guide.
import { ensureBuild } from './lib/build.mjs';
import { withDisplay } from './lib/display.mjs';
import { ensureSetup } from './lib/ensure-setup.mjs';
import { command } from './lib/log.mjs';
import { runTypeScript } from './lib/typescript-entry.mjs';

await command(async () => {
  const setup = await ensureSetup();
  await ensureBuild(setup);
  return withDisplay(setup.env, async (env) => {
    const { code } = await runTypeScript(setup, 'tour', process.argv.slice(2), env);
    return code;
  });
});
