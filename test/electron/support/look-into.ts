import { join } from 'node:path';
import { connect } from '../../../core/db/connection';
import { fileKeyStore } from '../../../electron/platform/key-store/file-store';
import { lookAt, type Tables } from './tables';

/** A second look into the database of a running desk of these tests. @param folder its data folder. */
export async function lookInto(folder: string): Promise<Tables> {
  const key = await fileKeyStore(join(folder, 'test.key'), 'test').read();
  if (key === null) throw new Error(`No key in ${folder}`);
  return lookAt(connect(join(folder, 'atrium.db'), key), key);
}
