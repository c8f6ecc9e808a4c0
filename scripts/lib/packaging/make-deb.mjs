// Makes the Debian package of a packed app: make-deb.mjs <packed folder> <output folder>. Started by scripts/package.mjs under
// the Node it needs; prints the path of the package.
import { lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Installer } from 'electron-installer-debian';
import { command, Explained } from '../log.mjs';
import { root } from '../paths.mjs';

const material = join(root, 'resources', 'package', 'debian');
const { name, productName, version, description, author, homepage } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);
const architectures = /** @type {Record<string, string>} */ ({ x64: 'amd64', arm64: 'arm64', arm: 'armhf' });

/** What the program and Chromium within it load, by Debian's names; its newer releases answer to them as well. */
const depends = [
  'libasound2t64 | libasound2',
  'libatk-bridge2.0-0',
  'libatspi2.0-0',
  'libc6 (>= 2.31)',
  'libcups2',
  'libdrm2',
  'libgbm1',
  'libgtk-3-0',
  'libnotify4',
  'libnss3',
  'libsecret-1-0',
  'libxcb-dri3-0',
  'libxkbcommon0',
  'xdg-utils',
];

class DebianPackage extends Installer {
  /** @override */
  get contentFunctions() {
    return [...super.contentFunctions, 'createChangelog'];
  }

  /**
   * Its own would bring in a desktop's programs for a waste bin, which the app doesn't use.
   * @override
   */
  async generateDefaults() {
    this.defaults = {
      depends,
      suggests: ['gnome-keyring'],
      lintianOverrides: [],
      priority: 'optional',
      revision: '',
      version: version.replace('-', '~'),
      size: Math.ceil(sizeOf(this.userSupplied.src) / 1024),
    };
    return this.defaults;
  }

  async createChangelog() {
    const folder = join(this.stagingDir, 'usr', 'share', 'doc', name);
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'changelog.gz');
    writeFileSync(file, gzipSync(readFileSync(join(material, 'changelog')), { level: 9 }), { mode: 0o644 });
  }
}

/** @param {string} src @param {string} dest @returns {Promise<string>} path of the package */
async function makeDeb(src, dest) {
  requireEntry();
  process.umask(0o022);
  const sizes = [16, 32, 48, 64, 128, 256, 512];
  const icon = {
    ...Object.fromEntries(
      sizes.map((size) => [`${size}x${size}`, join(root, 'resources', 'icons', `${size}.png`)]),
    ),
    scalable: join(root, 'resources', 'icons', 'icon.svg'),
  };
  const installer = new DebianPackage({
    src,
    dest,
    rename: (/** @type {string} */ folder) => join(folder, '<%= name %>_<%= version %>_<%= arch %>.deb'),
    logger: () => undefined,
    options: {
      name,
      productName,
      bin: name,
      arch: architectures[process.arch] ?? process.arch,
      section: 'admin',
      maintainer: author,
      homepage,
      description: description.replace(/\.$/, ''),
      productDescription:
        'Keeps people, invitations, sites and visits of one organisation in an encrypted database on the computer it runs on, and needs no server.',
      categories: ['Office'],
      mimeType: ['x-scheme-handler/atrium-desk'],
      desktopTemplate: join(material, 'desktop.ejs'),
      icon,
      // A tenth of the time of xz, for a third more of space; Debian 12 and Ubuntu 22.04 on read it.
      compression: 'zstd',
    },
  });
  await installer.generateDefaults();
  installer.generateOptions();
  await installer.createStagingDir();
  await installer.createContents();
  await installer.createPackage();
  await installer.movePackage();
  return installer.options.packagePaths[0];
}

/** @param {string} folder @returns {number} bytes of all files below it */
function sizeOf(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + lstatSync(join(entry.parentPath, entry.name)).size, 0);
}

/** A package of a version that its own changelog doesn't know is one somebody forgot to write about. */
function requireEntry() {
  const [, known] = /^\S+ \(([^)]+)\)/.exec(readFileSync(join(material, 'changelog'), 'utf8')) ?? [];
  if (known !== version)
    throw new Explained(
      `resources/package/debian/changelog begins with ${known}, package.json says ${version}.`,
    );
}

await command(async () => {
  const [from = '', to = ''] = process.argv.slice(2);
  process.stdout.write(`${await makeDeb(from, to)}\n`);
});
