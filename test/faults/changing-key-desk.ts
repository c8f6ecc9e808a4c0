import { type Background, inThisThread } from '../../core/background/tasks';
import { makeBackup } from '../../core/backups/make-backup';
import { changeKey } from '../../core/key-change/change-key';
import type { KeyStore } from '../../core/ports';
import { systemRandom } from '../../core/system';
import { fileKeyStore } from '../../electron/platform/key-store/file-store';
import { chance as chanceOf } from '../support/seed';
import { obey, say } from './child';
import { openServices, type Surroundings } from './services';
import { settledKey } from './settled-key';

export interface KeyOrders extends Surroundings {
  keyFile: string;
  anchorFile: string;
  /** Where backups lie. */
  folder: string;
}

/** Each step says so first, so that kills fall between any two of them. */
const tellingBackground: Background = async (task, input, tell) => {
  await say({ begins: task });
  return inThisThread(task, input, tell);
};

function tellingStore(store: KeyStore): KeyStore {
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

/** A desk that works a little, closes, changes its key and opens again, over and over, to be killed in the middle of it. */
obey<KeyOrders>(async (orders) => {
  const { path, folder } = orders;
  const keyStore = tellingStore(fileKeyStore(orders.keyFile));
  let at = orders.at;
  for (;;) {
    at += 60_000;
    const key = await settledKey(orders, { keyStore, background: tellingBackground });
    const opened = openServices({ ...orders, at, key: Buffer.from(key).toString('hex') }, chanceOf(1));
    await opened.services.licence.load();
    const { db, services } = opened;
    const ada = db.statement<{ id: string }>("select id from user where email like 'ada@%'").get();
    const { sessionId, userId, grant } = services.sessions.startFor(ada?.id ?? '');
    const admin = { userId, sessionId, role: grant.role, siteIds: grant.siteIds };
    const site = `Pier ${at}`;
    services.sites.create(admin, { name: site });
    db.close();
    await say({ begins: 'backup', at, site });
    makeBackup({ databasePath: path, key, folder: { path: folder, own: true }, kind: 'key', now: at });
    const newKey = systemRandom.bytes(32);
    const plan = { databasePath: path, key, newKey, actorId: userId, now: at };
    await changeKey(
      { ...plan, migrationsFolder: orders.migrationsFolder },
      { keyStore, background: tellingBackground },
    );
    await say({ done: 'change', at });
  }
});
