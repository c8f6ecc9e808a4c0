import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { must, npm } from './run.mjs';

/**
 * The lock file was made where npm had some tools' binaries for Linux only (see fix-lock.mjs), so on another system
 * `npm ci` leaves those tools without theirs. Their packages still name them: install what this system lacks.
 * @param {import('./node.mjs').Node} node
 */
export async function installMissingBinaries(node) {
  if (process.platform === 'linux') return;
  const missing = missingBinaries(join(root, 'node_modules'), process.platform, process.arch);
  if (missing.length === 0) return;
  const { program, args } = npm(node.program);
  const install = ['install', '--no-save', '--no-package-lock', '--no-fund', '--no-audit', ...missing];
  await must("Installing this system's tool binaries", program, [...args, ...install], { env: node.env });
}

/**
 * @param {string} modules path of a node_modules folder
 * @param {string} platform as in process.platform
 * @param {string} arch as in process.arch
 * @returns {string[]} name@version of optional packages made for that system that aren't installed
 */
export function missingBinaries(modules, platform, arch) {
  const ours = new RegExp(`[-/]${platform}-${arch}(-msvc|-gnu)?$`);
  const wanted = packagesIn(modules).flatMap((name) => {
    const { optionalDependencies = {} } = JSON.parse(
      readFileSync(join(modules, name, 'package.json'), 'utf8'),
    );
    return Object.entries(optionalDependencies);
  });
  return [...new Map(wanted)]
    .filter(([name]) => ours.test(name) && !existsSync(join(modules, name)))
    .map(([name, version]) => `${name}@${version}`);
}

/** @param {string} modules @returns {string[]} */
function packagesIn(modules) {
  return readdirSync(modules)
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(modules, name)).map((rest) => `${name}/${rest}`) : [name],
    )
    .filter((name) => existsSync(join(modules, name, 'package.json')));
}
