import { chance } from '../support/seed';
import { obey, say } from './child';
import { openServices, type Surroundings } from './services';

/** A start of the app on a file of an earlier version, or on none, to be killed while it makes or migrates it. */
obey<Surroundings>(async (orders) => {
  await say({ begins: 'start' });
  const { db } = openServices(orders, chance(1));
  db.close();
  await say({ done: 'start' });
});
