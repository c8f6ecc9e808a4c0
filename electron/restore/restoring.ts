import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Background } from '../../core/background/tasks';
import type { KeyedFile } from '../../core/backups/restore/prepare-restore';
import {
  decide,
  discardStaging,
  finishRestore,
  type Places,
  type RestoredNote,
} from '../../core/backups/restore/staging';
import type { BackupToOpen, ChosenFile, FoundBackup } from '../../core/contract/restore';
import type { RestorePreview } from '../../core/contract/restore-preview';
import { AppError, isAppError } from '../../core/errors/app-error';
import type { AnchorStore, Clock, ErasureList } from '../../core/ports';
import type { AppFolder } from '../app-folder';
import type { ClosedDesk, Reopen } from '../desk-host';
import type { LockableKeyStore } from '../platform/key-store/create-key-store';
import type { KeyTriesFile } from '../platform/key-store/tries';
import { countInMemory, heldUp } from './attempts';
import { folderNote } from './folder-note';
import { type BackupPlace, findBackups, pathOf } from './found-backups';
import { keepCurrent } from './keep-current';
import { isCopy, keyFor, opensWith, requirePassphrase } from './open-backup';

interface Parts {
  folder: Pick<AppFolder, 'database' | 'anchorFile' | 'backups' | 'backupsNote'>;
  migrationsFolder: string;
  background: Background;
  keyStore: LockableKeyStore;
  keyTries: KeyTriesFile;
  /** An anchor kept in that file, vouched for under that key. */
  anchorStore: (key: Uint8Array, file?: string) => AnchorStore;
  erasureList: () => ErasureList;
  clock: Clock;
  /** Milliseconds that only ever go forward. */
  elapsed: () => number;
  /** Asks for a file; `null`: the person left the dialog. */
  chooseBackup: (windowId: number) => Promise<string | null>;
}

/** The desk a backup would be restored over. */
export interface DeskToRestore {
  /** `whole`: it is open; `empty`: so is it, but nobody was set up; `failed`: it can't be opened. */
  state: 'whole' | 'empty' | 'failed';
  reopen: Reopen;
}

export type Restoring = ReturnType<typeof createRestoring>;

/** Somebody who restores, as they are called now. */
type Restorer = { id: string; name: string } | null;

/** What restoring needs of the process: outlasts the desks it replaces. One at a time. Error: `backup.busy`. */
export function createRestoring(parts: Parts) {
  const { folder, background, clock, migrationsFolder } = parts;
  const { database, anchorFile, backups: backupsFolder } = folder;
  const places: Places = { database, anchorFile, backupsFolder };
  const chosen = new Map<number, string>();
  // A copy's passphrase is slow to try by itself; a typed recovery key counts with those typed to open the database.
  const passphrases = heldUp(countInMemory(parts.elapsed), (error) =>
    isAppError(error, 'backup.passphrase_wrong'),
  );
  const recoveryKeys = heldUp(
    {
      waitMs: () => parts.keyTries.waitMs('recovery', clock.now()),
      noteFailure: () => parts.keyTries.noteFailure('recovery', clock.now()),
    },
    (error) => isAppError(error, 'restore.key_wrong'),
  );
  let busy = false;
  let restored: (RestoredNote & { at: number }) | null = null;

  /** A copy with a passphrase is unpacked for as long as it is looked at or restored. */
  const unpacked = join(dirname(database), 'unpacked.atrium-backup');

  const noted = folderNote(folder.backupsNote);
  const backupPlaces = (): BackupPlace[] => [{ place: 'own', path: backupsFolder }, ...noted.read()];

  /** The key at hand; `null`: there is none, or none that can be read. */
  async function keyAtHand(): Promise<Uint8Array | null> {
    try {
      return await parts.keyStore.read();
    } catch (error) {
      if (isAppError(error)) return null;
      throw error;
    }
  }

  /**
   * The keys of both are kept: whatever lies in the database's place then, the opening that follows takes the one that fits, has
   * the backups follow it, and forgets the other (core/key-change).
   */
  async function keepKeys(runs: Uint8Array): Promise<void> {
    const { keyStore } = parts;
    const kept = await keyStore.readAll().catch(() => []);
    const [first, ...others] = kept;
    if (first === undefined) await keyStore.replace(runs);
    else if (!kept.some((key) => Buffer.from(key).equals(runs))) await keyStore.write(first, ...others, runs);
  }

  async function alone<T>(work: () => Promise<T>): Promise<T> {
    if (busy) throw new AppError('backup.busy');
    busy = true;
    try {
      return await work();
    } finally {
      busy = false;
      rmSync(unpacked, { force: true });
    }
  }

  function pathTo(windowId: number, { source }: BackupToOpen): string {
    if (source.from === 'list') return pathOf(backupPlaces(), source.id);
    const path = chosen.get(windowId);
    if (path === undefined) throw new AppError('backup.gone');
    return path;
  }

  async function opened(path: string, key: Uint8Array | null, typed: BackupToOpen): Promise<KeyedFile> {
    if (!(await isCopy(path))) return recoveryKeys(async () => keyFor(path, key, typed.recoveryKey));
    const passphrase = requirePassphrase(typed);
    rmSync(unpacked, { force: true });
    const own = await passphrases(() => background('openCopy', { path, passphrase, toPath: unpacked }));
    return { path: unpacked, key: own };
  }

  /** What a restore of that file needs to know of the desk. */
  function about(backup: KeyedFile, current: KeyedFile | null) {
    return {
      database,
      backup,
      current,
      erasures: parts.erasureList().read(),
      now: clock.now(),
      migrationsFolder,
    };
  }

  async function replace(closed: ClosedDesk, backup: KeyedFile, desk: DeskToRestore, actor: Restorer) {
    const now = clock.now();
    const key = desk.state === 'failed' ? null : closed.key;
    const kept = await keepCurrent(background, {
      database,
      key,
      empty: desk.state === 'empty',
      backupsFolder,
      now,
    });
    const deskKey = await keyAtHand();
    const newKey = backup.path === unpacked ? deskKey : null;
    const runs = newKey ?? backup.key;
    const anchor = parts.anchorStore(deskKey ?? runs).read();
    const known = typeof anchor === 'object' ? anchor : null;
    const current = key === null || kept.setAside !== null ? null : { path: database, key };
    const { staging, prepared } = await background('prepareRestore', {
      ...about(backup, current),
      newKey,
      actor,
      latestKnown: known?.at ?? 0,
    });
    const note: RestoredNote = { backupAt: prepared.backupAt, ...kept };
    try {
      await keepKeys(runs);
      const { deskId, n, hash } = prepared.head;
      const anchored = { deskId, n, hash, at: now, since: known?.since ?? now };
      parts.anchorStore(runs, staging.anchorFile).write(anchored);
      decide(staging, note);
    } catch (error) {
      discardStaging(staging);
      throw error;
    }
    finishRestore(places);
    restored = { ...note, at: now };
  }

  return {
    /** What was restored last in this run: the sign-in screen says it. */
    restored: () => restored,

    /** Finishes what a kill cut off, or takes it away. Before anything is opened. */
    finish(): void {
      rmSync(unpacked, { force: true });
      const note = finishRestore(places);
      if (note !== null) restored = { ...note, at: clock.now() };
    },

    /** The folder somebody chose for backups. */
    noteFolder: noted.write,

    found: async (): Promise<FoundBackup[]> => findBackups(background, backupPlaces(), await keyAtHand()),

    async choose(windowId: number): Promise<ChosenFile | null> {
      const path = await parts.chooseBackup(windowId);
      if (path === null) return null;
      const file = { file: basename(path), opensWith: await opensWith(path, await keyAtHand()) };
      chosen.set(windowId, path);
      return file;
    },

    compare: (desk: DeskToRestore, windowId: number, typed: BackupToOpen): Promise<RestorePreview> =>
      alone(async () => {
        const key = await keyAtHand();
        const backup = await opened(pathTo(windowId, typed), key, typed);
        const current = desk.state === 'whole' && key !== null ? { path: database, key } : null;
        return background('compareBackup', about(backup, current));
      }),

    run: (desk: DeskToRestore, windowId: number, typed: BackupToOpen, actor: Restorer): Promise<void> =>
      alone(async () => {
        const backup = await opened(pathTo(windowId, typed), await keyAtHand(), typed);
        await desk.reopen('restoring', (closed) => replace(closed, backup, desk, actor));
      }),
  };
}
