import { type Diary, day, hour } from './acts';
import { cast, founder, siteNames } from './cast';
import type { Chance } from './chance';
import { createInvitations } from './invitations';
import { createLives } from './lives';
import { createPeople } from './people';
import { drawVisits } from './visits';

export interface History extends Readonly<Diary> {
  /** Accounts it ends up with. */
  users: number;
  from: number;
  now: number;
}

const span = 600 * day;
/** Sites open one after the other; from then on everybody finds theirs. */
const settled = 100 * day;

/** Twenty months of an organisation that ends up with `users` accounts; the acts in the order they happened. */
export function makeHistory(
  chance: Chance,
  { users, now, language }: { users: number; now: number; language: 'en' | 'de' },
): History {
  const from = now - span;
  const diary: Diary = { acts: [], activity: new Map([[founder.email, now - 2 * 60_000]]) };
  const sites = siteNames.slice(0, Math.min(siteNames.length, Math.max(6, Math.ceil(users / 60))));
  const someone = createPeople(chance, [founder.email, ...cast.map((member) => member.email)]);
  const period = { from: from + settled, now };

  sites.slice(1).forEach((site, index) => {
    diary.acts.push({
      kind: 'addSite',
      at: chance.officeHours(from + (index + 1) * 8 * day, from, now),
      site,
    });
  });
  for (const { displayName, email, role, sites: access, password } of cast) {
    const at = chance.officeHours(from + settled, from, now);
    const who = { displayName, email };
    diary.acts.push({
      kind: 'create',
      at,
      who,
      access: { role, sites: access },
      mustChange: false,
      ...(password && { password }),
    });
    diary.activity.set(email, Math.round(now - chance.between(0.3, 30) * hour));
  }

  const live = createLives({ chance, diary, sites, period });
  for (let n = 1 + cast.length; n < users; n++) live(someone());

  const invitations = createInvitations({ chance, diary, sites, period });
  for (let n = 0; n < Math.ceil(users * 0.018); n++) invitations.waiting(someone().email);
  for (let n = 0; n < Math.ceil(users * 0.045); n++) invitations.inVain(someone().email);

  drawVisits({ chance, diary, sites, users, now, language });
  diary.acts.sort((a, b) => a.at - b.at);
  return { users, from, now, ...diary };
}
