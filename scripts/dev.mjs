// npm run dev: the app with hot reload. Arguments after `--` go to the app.
import { join } from 'node:path';
import { withDisplay } from './lib/display.mjs';
import { ensureSetup } from './lib/ensure-setup.mjs';
import { command } from './lib/log.mjs';
import { root } from './lib/paths.mjs';
import { show } from './lib/run.mjs';
import { unstamp } from './lib/stamp.mjs';

await command(async () => {
  const setup = await ensureSetup();
  // It writes its own kind of build into out/: the next `npm start` has to make a proper one.
  unstamp('build');
  const cli = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const sandbox = setup.switches.includes('--no-sandbox') ? ['--noSandbox'] : [];
  return withDisplay(setup.env, (env) =>
    show(setup.node, [cli, '--watch', ...sandbox, '--', ...process.argv.slice(2)], { env }),
  );
});
