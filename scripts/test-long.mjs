// npm run test:long: campaigns by the hundred; each file of test/long and test/e2e/long is a part. After `--`: the parts
// whose path holds one of these words.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { ensureSetup } from './lib/ensure-setup.mjs';
import { command, Explained } from './lib/log.mjs';
import { runParts } from './lib/parts.mjs';
import { root } from './lib/paths.mjs';
import { runLong } from './lib/runners.mjs';
import { ensureKeyring } from './lib/system.mjs';

const folders = ['test/long', 'test/e2e/long'];

/** @returns {string[]} from the root of the checkout, with slashes on every system */
function files() {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
        .filter((file) => /[.](test|spec)[.]ts$/.test(file))
        .sort(),
    );
}

await command(async () => {
  const words = process.argv.slice(2);
  const chosen = files().filter((file) => words.length === 0 || words.some((word) => file.includes(word)));
  if (chosen.length === 0)
    throw new Explained(`No part is called that. There are:\n  ${files().join('\n  ')}`);
  const setup = await ensureSetup();
  return runParts(
    chosen.map((file) => ({
      name: file,
      run: async () => {
        if (file.endsWith('.spec.ts')) await ensureBuild(setup);
        if (file.endsWith('keyring.spec.ts')) await ensureKeyring();
        return runLong(setup, file);
      },
    })),
  );
});
