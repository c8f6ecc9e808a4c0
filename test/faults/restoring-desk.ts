import { type Background, inThisThread } from '../../core/background/tasks';
import { fileErasureList } from '../../electron/platform/erasure-list';
import type { LockableKeyStore } from '../../electron/platform/key-store/create-key-store';
import { fileKeyStore } from '../../electron/platform/key-store/file-store';
import { keyTriesFile } from '../../electron/platform/key-store/tries';
import { createRestoring } from '../../electron/restore/restoring';
import { chance as chanceOf } from '../support/seed';
import { obey, say } from './child';
import { openServices, type Surroundings } from './services';
import { anchorOf, settledKey } from './settled-key';

export interface RestoreOrders extends Surroundings {
  keyFile: string;
  anchorFile: string;
  erasuresFile: string;
  triesFile: string;
  noteFile: string;
  /** Where backups lie. */
  folder: string;
  /** Backups of other states under other keys, taken in turns. */
  files: { path: string; recoveryKey: string; organisation: string }[];
}

/** Each step says so first, so that kills fall between any two of them. */
const tellingBackground: Background = async (task, input, tell) => {
  await say({ begins: task });
  return inThisThread(task, input, tell);
};

function tellingStore(store: LockableKeyStore): LockableKeyStore {
  return {
    ...store,
    kind: store.kind,
    async write(...keys) {
      await say({ begins: 'keys' });
      await store.write(...keys);
      await say({ begins: 'kept' });
    },
  };
}

/** A desk that works a little, closes and restores, over and over, to be killed in the middle of it. */
obey<RestoreOrders>(async (orders) => {
  const { path, folder, anchorFile, files } = orders;
  const keyStore = tellingStore(fileKeyStore(orders.keyFile));
  let at = orders.at;
  let turn = 0;
  const restoring = createRestoring({
    folder: { database: path, anchorFile, backups: folder, backupsNote: orders.noteFile },
    migrationsFolder: orders.migrationsFolder,
    background: tellingBackground,
    keyStore,
    keyTries: keyTriesFile(orders.triesFile),
    anchorStore: (key, file = anchorFile) => anchorOf({ anchorFile: file }, key),
    erasureList: () => fileErasureList(orders.erasuresFile),
    clock: { now: () => at },
    elapsed: () => performance.now(),
    chooseBackup: async () => files[turn % files.length]?.path ?? null,
  });
  for (;;) {
    at += 60_000;
    restoring.finish();
    const key = await settledKey(orders, { keyStore, background: tellingBackground });
    const { db, services } = openServices(
      { ...orders, at, key: Buffer.from(key).toString('hex') },
      chanceOf(1),
    );
    await services.licence.load();
    const ada = db.statement<{ id: string }>("select id from user where email like 'ada@%'").get();
    const { sessionId, userId, grant } = services.sessions.startFor(ada?.id ?? '');
    const site = `Pier ${at}`;
    services.sites.create({ userId, sessionId, role: grant.role, siteIds: grant.siteIds }, { name: site });
    db.close();
    const { recoveryKey = '', organisation = '' } = files[turn % files.length] ?? {};
    await say({ begins: 'restore', at, site, organisation });
    await restoring.choose(1);
    await restoring.run(
      {
        state: 'whole',
        reopen: (_doing, work) => work({ path, key, keyStore, report: () => undefined }),
      },
      1,
      { source: { from: 'file' }, recoveryKey, passphrase: null },
      { id: userId, name: 'Ada Lindqvist' },
    );
    turn += 1;
    await say({ done: organisation, at });
  }
});
