// npm run package: packs the app into dist/, as a folder. `--licence-key=<PEM>` (or ATRIUM_LICENCE_KEY) names the public
// key it will check licences with. Other arguments after `--` go to electron-builder in place of `--dir`, for example
// `--linux deb`; its installers need a network that reaches its own downloads.
import { join } from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { ensureSetup } from './lib/ensure-setup.mjs';
import { plainFallback } from './lib/fallback.mjs';
import { packLicenceKey } from './lib/licence-key.mjs';
import { command, say } from './lib/log.mjs';
import { root } from './lib/paths.mjs';
import { show } from './lib/run.mjs';

const keyOption = '--licence-key=';

await command(async () => {
  const args = process.argv.slice(2);
  // First of all: it is soon said, and a build takes its time.
  const key = args.findLast((arg) => arg.startsWith(keyOption))?.slice(keyOption.length);
  const licenceKey = key ?? (process.env.ATRIUM_LICENCE_KEY || null);
  packLicenceKey(licenceKey);
  if (licenceKey === null) {
    say(
      'Without --licence-key=<public.pem> this build takes no licence files: it stays on the Community tier.',
    );
  }
  const setup = await ensureSetup();
  await ensureBuild(setup);
  const { version, fallback } = setup.electron;
  if (fallback) say(`Packed with the fallback Electron ${version}: to try it out, not to ship it.`);
  const electron = fallback
    ? [`--config.electronDist=${plainFallback}`, `--config.electronVersion=${version}`]
    : [];
  const given = args.filter((arg) => !arg.startsWith(keyOption));
  const cli = join(root, 'node_modules', 'electron-builder', 'cli.js');
  const all = [...(given.length > 0 ? given : ['--dir']), ...electron, '--publish=never'];
  return show(setup.node, [cli, ...all], { env: setup.env });
});
