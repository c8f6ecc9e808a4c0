// npm run package: packs the app into dist/, as a folder. Arguments after `--` go to electron-builder in place of
// `--dir`, for example `--linux deb`; its installers need a network that reaches its own downloads.
import { join } from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { ensureSetup } from './lib/ensure-setup.mjs';
import { plainFallback } from './lib/fallback.mjs';
import { command, say } from './lib/log.mjs';
import { root } from './lib/paths.mjs';
import { show } from './lib/run.mjs';

await command(async () => {
  const setup = await ensureSetup();
  await ensureBuild(setup);
  const { version, fallback } = setup.electron;
  if (fallback) say(`Packed with the fallback Electron ${version}: to try it out, not to ship it.`);
  const electron = fallback
    ? [`--config.electronDist=${plainFallback}`, `--config.electronVersion=${version}`]
    : [];
  const given = process.argv.slice(2);
  const cli = join(root, 'node_modules', 'electron-builder', 'cli.js');
  const args = [...(given.length > 0 ? given : ['--dir']), ...electron, '--publish=never'];
  return show(setup.node, [cli, ...args], { env: setup.env });
});
