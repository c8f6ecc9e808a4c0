// electron-builder's hook (electron-builder.yml), after an app was put together and before it is signed.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesInArchive } from './asar.mjs';
import { packagesIn, thirdPartyNotices } from './notices.mjs';

/** @param {{ appOutDir: string, packager: any, electronPlatformName: string }} context */
export default async function writeNotices({ appOutDir, packager, electronPlatformName }) {
  const resources = packager.getResourcesDir(appOutDir);
  const notices = thirdPartyNotices(packagesIn(filesInArchive(join(resources, 'app.asar'))));
  // Beside LICENSE, which a bundle of macOS keeps with its resources.
  const folder = electronPlatformName === 'darwin' ? resources : appOutDir;
  writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), notices, { mode: 0o644 });
}
