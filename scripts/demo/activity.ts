import { userActivity } from '../../core/db/schema';
import type { Database } from '../../core/db/types';
import { rebuild } from '../../core/services/directory/rebuild';

/**
 * Writes down who used the app when. In the app this comes from months of sign-ins; only their end shows, so it is
 * written in one go and the directory made anew from it.
 */
export function noteActivity(
  db: Database,
  activity: ReadonlyMap<string, number>,
  userIdOf: (email: string) => string,
): void {
  db.write(null, (tx) => {
    // The administrators' own sessions left times here that the history doesn't know.
    tx.run('delete from user_activity');
    for (const [email, at] of activity) {
      tx.local
        .insert(userActivity)
        .values({ userId: userIdOf(email), lastActivityAt: at, lastSignInAt: at })
        .run();
    }
    rebuild(tx);
  });
}
