import type { RestorePreview } from '../../contract/restore-preview';
import { connect } from '../../db/connection';
import { schemaAge } from '../../db/migrate';
import { openDatabase } from '../../db/open';
import type { Database } from '../../db/types';
import { erasuresIn } from '../../services/erasure/erased';
import { compareStates } from './compare-states';
import { openStaged, optionsOf, type RestoreInput, restoreRefusal, stageBackup } from './prepare-restore';
import { beginStaging, discardStaging } from './staging';

export type CompareInput = Omit<RestoreInput, 'actor' | 'latestKnown' | 'newKey'>;

/**
 * What restoring that backup would change. Looks at a copy, which is gone when this returns; the desk may be open meanwhile.
 * Takes seconds where there are many people. Errors: as `prepareRestore`, but for `restore.no_admin`.
 */
export function compareBackup(input: CompareInput): RestorePreview {
  const staging = beginStaging({ database: input.database });
  const opened: Database[] = [];
  try {
    stageBackup(input, staging);
    const options = optionsOf(input, { path: staging.database, key: input.backup.key });
    const earlierVersion = isEarlier(staging.database, input);
    const then = openStaged(options);
    opened.push(then);
    const now = input.current === null ? null : openDatabase(optionsOf(input, input.current));
    if (now !== null) opened.push(now);
    const erasures = [...input.erasures, ...(now === null ? [] : erasuresIn(now))];
    return { ...compareStates({ now, then, erasures, at: input.now }), earlierVersion };
  } catch (error) {
    throw restoreRefusal(error);
  } finally {
    for (const db of opened) db.close();
    discardStaging(staging);
  }
}

function isEarlier(
  path: string,
  { backup, migrationsFolder }: Pick<RestoreInput, 'backup' | 'migrationsFolder'>,
) {
  const client = connect(path, backup.key, 'read');
  try {
    return schemaAge(client, path, migrationsFolder) !== 'current';
  } finally {
    client.close();
  }
}
