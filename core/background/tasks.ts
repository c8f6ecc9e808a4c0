import { type CopyOrder, makeCopy } from '../backups/copy/make-copy';
import { openCopy } from '../backups/copy/open-copy';
import { type BackupFolder, removeLeftovers } from '../backups/files';
import { listBackups } from '../backups/list-backups';
import { type BackupOrder, makeBackup } from '../backups/make-backup';
import { type Backup, checkBackup, type ReadableBackup } from '../backups/read-backup';
import { type CompareInput, compareBackup } from '../backups/restore/compare-backup';
import { prepareRestore, type RestoreInput } from '../backups/restore/prepare-restore';
import { tidyFolder } from '../backups/tidy-folder';
import type { RestorePreview } from '../contract/restore-preview';
import { type FileToMigrate, migrateFile } from '../db/migrate-file';
import { examineFolder, type FolderToExamine } from '../doctor/examine-folder';
import type { Report } from '../doctor/report';
import type { Retention } from '../domain/backup';
import type { KeyChangePlan } from '../key-change/plan';
import { type BackupsToRekey, rekeyBackups } from '../key-change/rekey-backups';
import { stageDatabase } from '../key-change/staged-database';
import { systemRandom } from '../system';

/** Says what is being done now. */
export type TellStage = (stage: string) => void;

/** What each task takes and answers: values that can be sent from thread to thread. */
interface TaskValues {
  makeBackup: { input: BackupOrder; output: ReadableBackup };
  makeCopy: { input: CopyOrder; output: ReadableBackup };
  listBackups: { input: { folders: string[]; key: Uint8Array }; output: Backup[] };
  /** Answers the paths of what was removed. */
  tidyFolders: { input: TidyOrder; output: string[] };
  removeLeftovers: { input: { folders: string[]; databasePath: string }; output: undefined };
  checkBackup: { input: { path: string; key: Uint8Array }; output: ReadableBackup };
  openCopy: { input: { path: string; passphrase: string; toPath: string }; output: Uint8Array };
  compareBackup: { input: CompareInput; output: RestorePreview };
  prepareRestore: { input: RestoreInput; output: ReturnType<typeof prepareRestore> };
  migrate: { input: FileToMigrate; output: undefined };
  stageKeyChange: { input: KeyChangePlan; output: undefined };
  rekeyBackups: { input: BackupsToRekey; output: ReturnType<typeof rekeyBackups> };
  examine: { input: FolderToExamine; output: Report };
}

interface TidyOrder {
  folders: BackupFolder[];
  key: Uint8Array;
  retention: Retention;
  /** UTC ms. */
  now: number;
}

export type TaskName = keyof TaskValues;
export type TaskInput<T extends TaskName> = TaskValues[T]['input'];
export type TaskOutput<T extends TaskName> = TaskValues[T]['output'];

type Tasks = {
  [T in TaskName]: (input: TaskInput<T>, tell: TellStage) => TaskOutput<T> | Promise<TaskOutput<T>>;
};

/** What reads or writes a whole database, and so takes too long for the thread that answers windows. */
const tasks: Tasks = {
  makeBackup,
  makeCopy: (order) => makeCopy(order, systemRandom),
  listBackups: ({ folders, key }) => folders.flatMap((folder) => listBackups(folder, key)),
  tidyFolders: ({ folders, key, retention, now }) =>
    folders.flatMap((folder) => tidyFolder(folder, key, retention, now)),
  removeLeftovers({ folders, databasePath }) {
    for (const folder of folders) removeLeftovers(folder, databasePath);
    return undefined;
  },
  checkBackup: ({ path, key }) => checkBackup(path, key),
  openCopy: ({ path, passphrase, toPath }) => openCopy(path, passphrase, toPath),
  compareBackup,
  prepareRestore,
  stageKeyChange(plan) {
    stageDatabase(plan);
    return undefined;
  },
  rekeyBackups,
  examine: examineFolder,
  migrate(order) {
    migrateFile(order);
    return undefined;
  },
};

/** Runs a task; where is the caller's choice. What the task throws is thrown, as the same kind of error. */
export type Background = <T extends TaskName>(
  task: T,
  input: TaskInput<T>,
  tell?: TellStage,
) => Promise<TaskOutput<T>>;

/** In the thread that asks: for tests and commands. */
export const inThisThread: Background = async <T extends TaskName>(
  task: T,
  input: TaskInput<T>,
  tell: TellStage = () => undefined,
) => {
  const perform: Tasks[T] = tasks[task];
  return perform(input, tell);
};
