import { type Act, type Diary, day, hour, type PlannedVisit } from './acts';
import { cast, founder, mailDomain, siteNames } from './cast';
import type { Chance } from './chance';
import { addressPart } from './people';
import { createPresence } from './presence';
import { companies, purposes } from './visit-words';

interface Parts {
  chance: Chance;
  diary: Diary;
  sites: readonly string[];
  users: number;
  now: number;
  language: 'en' | 'de';
}

const minute = 60_000;
const quarter = 15 * minute;
const days = 28;
/** How many sign in at a large site's desk on a day; more would make every demo slow and none better. */
const mostPerDay = 5;
const member = `carla.weiss@${mailDomain}`;
const famous = new Set([founder, ...cast].map((member) => member.email));

/** A time as people agree on one. */
const roundUp = (time: number) => Math.ceil(time / quarter) * quarter;

/**
 * Four weeks of visitors at every site, until now and into the next days. Drawn last, from who was where when, so that
 * everything else of a demo is the same with and without them.
 */
export function drawVisits({ chance, diary, sites, users, now, language }: Parts): void {
  const presence = createPresence(chance, diary.acts, sites);
  const acts: Act[] = [];
  let made = 0;

  function register(at: number, visit: Pick<PlannedVisit, 'site' | 'host' | 'arrival' | 'departure'>) {
    const { first, last } = chance.name();
    const company = chance.happens(0.8) ? chance.one(companies) : null;
    const domain = company === null ? null : `${addressPart(company)}.example`;
    const about = {
      visitorName: `${first} ${last}`,
      company,
      visitorEmail: domain !== null && chance.happens(0.4) ? `${addressPart(last)}@${domain}` : null,
      purpose: chance.happens(0.7) ? chance.one(purposes[language]) : null,
    };
    const n = made++;
    acts.push({ kind: 'register', at, visit: { ...visit, ...about, n } });
    return n;
  }

  function past(site: string, midnight: number): void {
    const arrival = midnight + Math.round(chance.between(6.5 * hour, 15.5 * hour) / quarter) * quarter;
    const departure = arrival + Math.ceil(chance.between(0.5, 4) * 4) * quarter;
    if (departure > now - hour) return;
    const announced = chance.happens(0.7);
    const at = announced ? Math.round(arrival - chance.between(2, 72) * hour) : arrival;
    const times = announced ? { arrival, departure } : { arrival: null, departure: null };
    const n = register(at, { site, host: presence.hostAt(site, at, departure), ...times });
    const fate = announced ? chance.between(0, 1) : 0;
    if (fate > 0.91) return;
    if (fate > 0.84) {
      acts.push({ kind: 'cancelVisit', at: Math.round(at + (arrival - at) * chance.between(0.1, 0.9)), n });
      return;
    }
    const came = Math.max(at + minute, Math.round(arrival + chance.between(-12, 18) * minute));
    const left = Math.max(came + 10 * minute, Math.round(departure + chance.between(-40, 25) * minute));
    acts.push({ kind: 'checkIn', at: came, n }, { kind: 'checkOut', at: Math.min(left, now - minute), n });
  }

  /** Here since a while; the first of a site is overdue at some. */
  function present(site: string, overdue: boolean): void {
    const came = Math.round(now - chance.between(overdue ? 2 : 0.2, 3) * hour);
    const departure = overdue ? now - 35 * minute : roundUp(now + chance.between(0.5, 3) * hour);
    const at = came - 5 * minute;
    const n = register(at, { site, host: presence.hostAt(site, at), arrival: at, departure });
    acts.push({ kind: 'checkIn', at: came, n });
  }

  function coming(site: string, arrival: number, host?: string): void {
    const at = Math.round(now - chance.between(4, 70) * hour);
    const departure = arrival + Math.ceil(chance.between(0.5, 3) * 4) * quarter;
    register(at, { site, host: host ?? presence.hostAt(site, at), arrival, departure });
  }

  const today = Math.floor(now / day) * day;
  const perDay = Math.min(mostPerDay, 2 + Math.floor(users / sites.length / 50));
  for (const [index, site] of sites.entries()) {
    for (let back = days; back >= 0; back -= 1) {
      const midnight = today - back * day;
      if ([0, 6].includes(new Date(midnight).getUTCDay())) continue;
      const many = Math.round(chance.between(perDay * 0.5, perDay * 1.5));
      for (let n = 0; n < many; n += 1) past(site, midnight);
    }
    for (let n = 0; n < 1 + Math.ceil(perDay / 4); n += 1) present(site, n === 0 && index % 3 === 0);
    for (let n = 0; n < 1 + Math.ceil(perDay / 3); n += 1) {
      coming(site, roundUp(now + chance.between(0.3, 5) * hour));
      coming(site, roundUp(today + day + chance.between(7, 15) * hour));
    }
  }
  coming(siteNames[0], roundUp(now + 2 * hour), member);
  sinceThen();
  diary.acts.push(...acts);

  /** Two hosts who are not what their visits say any more: one goes by another name, one has left. */
  function sinceThen(): void {
    const visits = acts.flatMap((act) => (act.kind === 'register' ? [{ at: act.at, ...act.visit }] : []));
    const unknown = (email: string, at: number) => !famous.has(email) && presence.quietSince(email, at);
    const renamedAt = now - 3 * day;
    const renamed = visits.find(
      ({ at, departure, host }) => unknown(host, at) && (departure ?? at) < renamedAt - day,
    );
    if (renamed !== undefined) {
      acts.push({ kind: 'rename', at: renamedAt, email: renamed.host, lastName: chance.name().last });
    }
    const leftAt = now - 2 * hour;
    const left = visits.find(
      ({ at, host, arrival }) =>
        host !== renamed?.host &&
        arrival !== null &&
        arrival > now &&
        unknown(host, at) &&
        visits.every((visit) => visit.host !== host || visit.at < leftAt),
    );
    if (left !== undefined) acts.push({ kind: 'deactivate', at: leftAt, email: left.host });
  }
}
