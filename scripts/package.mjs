// npm run package: packs the app into dist/, as a folder and, on Linux, as a .deb. `--licence-key=<PEM>` (or
// ATRIUM_LICENCE_KEY) names the public key it will check licences with, `--out=<folder>` another place. Other arguments after
// `--` go to electron-builder instead, for example `--linux AppImage`; its installers need a network that reaches its own
// downloads. docs/packaging.md tells what comes out and how it is signed.
import { join, resolve } from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { ensureSetup } from './lib/ensure-setup.mjs';
import { plainFallback } from './lib/fallback.mjs';
import { packLicenceKey } from './lib/licence-key.mjs';
import { withLock } from './lib/lock.mjs';
import { command, say, step } from './lib/log.mjs';
import { root } from './lib/paths.mjs';
import { must, onPath, show } from './lib/run.mjs';

const keyOption = '--licence-key=';
const outOption = '--out=';

/** @param {string[]} args @param {string} option */
function given(args, option) {
  return args.findLast((arg) => arg.startsWith(option))?.slice(option.length) || null;
}

/** @param {import('./lib/ensure-setup.mjs').Setup} setup @param {string} out */
async function packDeb(setup, out) {
  if (!onPath('dpkg-deb'))
    return say('No .deb was made: dpkg-deb is missing. It is part of the package dpkg.');
  const maker = join(root, 'scripts', 'lib', 'packaging', 'make-deb.mjs');
  const deb = await step('Making the .deb', () =>
    must('Making the .deb', setup.node, [maker, join(out, 'linux-unpacked'), out], { env: setup.env }),
  );
  process.stdout.write(deb);
}

await command(async () => {
  const args = process.argv.slice(2);
  const out = resolve(given(args, outOption) ?? join(root, 'dist'));
  const others = args.filter((arg) => !arg.startsWith(keyOption) && !arg.startsWith(outOption));
  // One at a time: each lays out the key it was given in the same place.
  return withLock('package', async () => {
    // First of all: it is soon said, and a build takes its time.
    const licenceKey = given(args, keyOption) ?? (process.env.ATRIUM_LICENCE_KEY || null);
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
    const options = [
      `--config.directories.output=${out}`,
      ...(fallback ? [`--config.electronDist=${plainFallback}`, `--config.electronVersion=${version}`] : []),
      ...(process.env.ATRIUM_SIGN_COMMAND
        ? ['--config.win.signtoolOptions.sign=scripts/lib/packaging/sign-windows.mjs']
        : []),
    ];
    const cli = join(root, 'node_modules', 'electron-builder', 'cli.js');
    const all = [...(others.length > 0 ? others : ['--dir']), ...options, '--publish=never'];
    const code = await show(setup.node, [cli, ...all], { env: setup.env });
    if (code === 0 && others.length === 0 && process.platform === 'linux') await packDeb(setup, out);
    return code;
  });
});
