import { connect } from './connection';

/**
 * Encrypts every page of a file anew. For a copy that nobody else has and that is thrown away when this is cut off: it keeps
 * no way back. Throws SQLite's own errors.
 */
export function rekey(path: string, key: Uint8Array, newKey: Uint8Array): void {
  const client = connect(path, key);
  try {
    client.pragma('journal_mode = off');
    client.pragma(`rekey = "x'${Buffer.from(newKey).toString('hex')}'"`);
  } finally {
    client.close();
  }
}
