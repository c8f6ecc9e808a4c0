import { systemRandom } from '../../core/system';
import { fileKeyStore } from '../../electron/platform/key-store/file-store';
import { obtainKey } from '../../electron/platform/key-store/obtain-key';
import type { DemoFolder } from './folder';

/**
 * The key where the app looks for it: the owner-only file beside the database, which opens everywhere, or the
 * file that stands in for the keychain in a test.
 */
export function demoKey(folder: DemoFolder): Promise<Uint8Array> {
  return obtainKey(
    fileKeyStore(process.env['ATRIUM_TEST_KEYCHAIN'] || folder.keyFile),
    folder.database,
    systemRandom,
  );
}
