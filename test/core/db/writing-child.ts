import { openDatabase } from '../../../core/db/open';
import { openOptions } from '../../support/options';

/** Writes without end, and says so after each commit, until it is killed. argv: path of the database. */
const [, , path = ''] = process.argv;
const db = openDatabase(openOptions(path));

for (let i = 0; ; i += 1) {
  const id = db.write(null, (tx) => {
    const siteId = tx.newId();
    tx.insert('site', { id: siteId, name: `Site ${siteId}`, nameKey: siteId, createdAt: tx.now });
    tx.update('site', siteId, { name: `Renamed ${siteId}` });
    tx.audit({ action: 'site.create', subject: { type: 'site', id: siteId }, data: { i } });
    return siteId;
  });
  process.stdout.write(`${id}\n`);
}
