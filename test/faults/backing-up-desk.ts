import { makeBackup } from '../../core/backups/make-backup';
import { chance as chanceOf } from '../support/seed';
import { signedIn } from './acts';
import { obey, say } from './child';
import { openServices, type Surroundings } from './services';

export interface BackupOrders extends Surroundings {
  /** Where the backups go. */
  folder: string;
}

/** A desk that works and backs itself up again and again, to be killed in the middle of it. */
obey<BackupOrders>(async (orders) => {
  const desk = openServices(orders, chanceOf(1));
  const { services, clock } = desk;
  await services.licence.load();
  const { admin } = signedIn(desk);
  for (let n = 0; ; n += 1) {
    clock.advance(60_000);
    services.sites.create(admin, { name: `Pier ${clock.now()}` });
    await say({ begins: 'backup', at: clock.now() });
    const { file } = makeBackup({
      databasePath: orders.path,
      key: Buffer.from(orders.key, 'hex'),
      folder: { path: orders.folder, own: true },
      kind: n % 2 === 0 ? 'manual' : 'scheduled',
      now: clock.now(),
    });
    await say({ done: 'backup', at: clock.now(), file });
  }
});
