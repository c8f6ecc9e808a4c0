import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommonPasswords } from '../../core/ports';
import { parseCommonPasswords } from '../../core/services/credentials/common-passwords';

/**
 * The shipped list of common passwords, read when the first password is chosen: the start doesn't wait for it. Without
 * the file no password can be chosen; the fault in the log names it.
 */
export function readCommonPasswords(resources: string): CommonPasswords {
  let list: CommonPasswords | undefined;
  return {
    has(password) {
      list ??= parseCommonPasswords(readFileSync(join(resources, 'passwords', 'common.txt'), 'utf8'));
      return list.has(password);
    },
  };
}
