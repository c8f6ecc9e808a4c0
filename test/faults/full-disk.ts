import { join } from 'node:path';
import { isAppError } from '../../core/errors/app-error';
import { headOf } from '../../core/services/audit-log/entry-rows';
import { chance as chanceOf } from '../support/seed';
import { nextAct, signedIn } from './acts';
import { changesBetween, rowsOf } from './rows';
import { openServices } from './services';
import { copies, givenDesk, start, surroundingsOf } from './template';
import { problemsOf } from './whole';

/** Room that comes and goes. */
export interface Room {
  /** Where the database is. */
  path: string;
  /** `client`: the connection that writes. */
  take(desk: ReturnType<typeof openServices>, left: number): void;
  give(desk: ReturnType<typeof openServices>): void;
}

interface FullOutcome {
  acts: number;
  /** Refused for want of room, and done all the same with what was left. */
  full: number;
  done: number;
  problems: string[];
}

const refusals = new Set(['database.disk_full']);

/**
 * Acts on a disk that runs full again and again, with a little room or none: what is refused for it has done nothing by
 * halves, everything can still be read, and once there is room again acts are done.
 */
export async function onFullDisk(room: Room, options: { times: number; seed: number }): Promise<FullOutcome> {
  const chance = chanceOf(options.seed);
  const outcome: FullOutcome = { acts: 0, full: 0, done: 0, problems: [] };
  await givenDesk(room.path);
  const desk = openServices(surroundingsOf(room.path, start + 86_400_000), chance);
  const { db, services, clock } = desk;
  await services.licence.load();
  const memory = signedIn(desk);
  const list = { kind: 'all', search: 'a', status: null, role: null, siteId: null, sort: 'email' } as const;
  const read = () =>
    services.directory.page(memory.admin, { query: { ...list, direction: 'asc' }, limit: 50 });
  try {
    for (let time = 0; time < options.times && outcome.problems.length === 0; time += 1) {
      room.take(desk, chance.percent(40) ? 0 : chance.between(0, 300_000));
      for (let n = 0; n < 8; n += 1) {
        const act = nextAct(desk, memory, chance, 'mixed');
        const before = rowsOf(db);
        const { n: entries } = headOf(db, db.deskId);
        clock.advance(60_000);
        outcome.acts += 1;
        try {
          await act.run();
          outcome.done += 1;
        } catch (error) {
          if (!isAppError(error)) throw error;
          if (!refusals.has(error.code)) continue;
          outcome.full += 1;
          if (act.leaves === null) continue;
          const changed = Object.keys(changesBetween(before, rowsOf(db)));
          if (changed.length > 0 || headOf(db, db.deskId).n !== entries)
            outcome.problems.push(`${act.name}, refused, has changed ${changed.join(', ')}`);
        }
        read();
      }
      room.give(desk);
      services.sites.create(memory.admin, { name: `Room again ${time}` });
    }
    outcome.problems.push(...(await problemsOf(db)));
  } finally {
    db.close();
  }
  return outcome;
}

/** The portable way: SQLite itself is told how large the file may get. */
export function limitedFile(): Room & { discard: () => void } {
  const folders = copies();
  return {
    path: join(folders.empty(), 'atrium.db'),
    take({ db }, left) {
      const pages = Number(db.client.pragma('page_count', { simple: true }));
      db.client.pragma(`max_page_count = ${pages + Math.floor(left / 40_960)}`);
    },
    give: ({ db }) => db.client.pragma('max_page_count = 1000000'),
    discard: folders.discard,
  };
}
