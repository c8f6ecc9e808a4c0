import { randomBytes } from 'node:crypto';
import { closeSync, copyFileSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../core/db/open';
import { isAppError } from '../../core/errors/app-error';
import { headOf } from '../../core/services/audit-log/entry-rows';
import { openOptions } from '../support/options';
import { type Chance, chance as chanceOf } from '../support/seed';
import { nextAct, signedIn } from './acts';
import { changesBetween, type Rows, rowsOf } from './rows';
import { openServices } from './services';
import { copies, copyDesk, surroundingsOf } from './template';
import { problemsOf } from './whole';
import { livedIn } from './world';

interface CutOutcome {
  cuts: number;
  /** Acts that were in the log, and frames it had. */
  acts: number;
  frames: number;
  problems: string[];
}

/** Of SQLite's write-ahead log: its own header, and each frame's before a page. Bytes. */
const header = { log: 32, frame: 24 };
const frameSize = header.frame + 4096;

/** What the world was when the log had that size. */
interface Moment {
  size: number;
  n: number;
  rows: Rows;
}

type Tail = 'cut' | 'torn' | 'zeros' | 'stale' | 'checkpoint';

/**
 * What a power cut leaves of a write-ahead log: its tail is gone, at the end of a frame or anywhere, or is there as garbage,
 * zeros, or the frames of an earlier round; or it came while the log was taken into the file. The file must open, be whole, and be exactly what it was at the last commit
 * whose frames are all there. `cuts: 'every'`: after each frame.
 */
export async function cutOff(options: {
  cuts: number | 'every';
  acts: number;
  seed: number;
}): Promise<CutOutcome> {
  const chance = chanceOf(options.seed);
  const folders = copies();
  const path = join(folders.empty(), 'atrium.db');
  await livedIn(path, { acts: 100, seed: options.seed });
  const moments = await logged(path, options.acts, chance);
  const log = readFileSync(`${path}-wal`);
  const frames = (log.length - header.log) / frameSize;
  const outcome: CutOutcome = { cuts: 0, acts: moments.length - 1, frames, problems: [] };
  const each = options.cuts === 'every';
  const wanted = options.cuts === 'every' ? frames + 1 : options.cuts;
  try {
    for (let i = 0; i < wanted && outcome.problems.length === 0; i += 1) {
      const tail = chance.one<Tail>(['cut', 'torn', 'zeros', 'stale', 'checkpoint']);
      const kept = each ? i : chance.between(0, frames);
      const whole = tail === 'checkpoint' ? log.length : header.log + kept * frameSize;
      const further = chance.percent(50) ? 0 : chance.between(1, frameSize - 1);
      const folder = folders.empty();
      const to = copyDesk(path, folder);
      writeFileSync(`${to}-wal`, withTail(log, whole, further, tail, chance));
      if (tail === 'checkpoint') tearPages(to, log, chance);
      const problems = await differences(to, moments, whole);
      outcome.problems.push(
        ...problems.map((problem) => `${tail} after ${whole} + ${further} bytes: ${problem}`),
      );
      outcome.cuts += 1;
      folders.drop(folder);
    }
  } finally {
    folders.discard();
  }
  return outcome;
}

/** Acts of one transaction each, all in the log and none in the file. */
async function logged(path: string, acts: number, chance: Chance): Promise<Moment[]> {
  const desk = openServices(surroundingsOf(path, Date.UTC(2027, 0, 10)), chance);
  await desk.services.licence.load();
  const memory = signedIn(desk);
  desk.db.client.pragma('wal_checkpoint(truncate)');
  desk.db.client.pragma('wal_autocheckpoint = 0');
  const size = () => statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  const look = (): Moment => ({
    size: Math.max(size(), header.log),
    n: headOf(desk.db, desk.db.deskId).n,
    rows: rowsOf(desk.db),
  });
  const moments = [look()];
  while (moments.length <= acts) {
    const act = nextAct(desk, memory, chance, 'mixed');
    desk.clock.advance(chance.between(1, 60_000));
    if (act.leaves === null) continue;
    try {
      await act.run();
    } catch (error) {
      if (!isAppError(error)) throw error;
    }
    moments.push(look());
  }
  // The last one to close would take the log into the file: it is copied while it lies there.
  const log = readFileSync(`${path}-wal`);
  copyFileSync(path, `${path}-before`);
  desk.db.close();
  copyFileSync(`${path}-before`, path);
  writeFileSync(`${path}-wal`, log);
  return moments;
}

/** @param whole bytes that are as they were written; `further`: that are there as well, as they were or not */
function withTail(log: Buffer, whole: number, further: number, tail: Tail, chance: Chance): Buffer {
  const kept = log.subarray(0, whole);
  if (tail === 'cut') return log.subarray(0, whole + further);
  if (tail === 'zeros') return Buffer.concat([kept, Buffer.alloc(frameSize + further)]);
  if (tail === 'torn') {
    const torn = Buffer.from(log.subarray(whole, whole + frameSize));
    if (torn.length > 0) randomBytes(64).copy(torn, chance.between(0, torn.length - 64));
    return Buffer.concat([kept, torn]);
  }
  // A log that is used anew keeps what was behind its end: frames of an earlier round, with another salt.
  const stale = Buffer.from(log.subarray(whole));
  for (let at = 0; at < stale.length; at += frameSize)
    stale.writeUInt32BE((stale.readUInt32BE(at + 8) ^ 1) >>> 0, at + 8);
  return Buffer.concat([kept, stale]);
}

/** Cut off while the log was taken into the file: pages there are half written, and whole in the log. */
function tearPages(path: string, log: Buffer, chance: Chance): void {
  const file = openSync(path, 'r+');
  for (let times = 0; times < 10; times += 1) {
    const frame = chance.between(0, (log.length - header.log) / frameSize - 1);
    const at = header.log + frame * frameSize;
    // The first half of the page as it should become, the second as it was.
    writeSync(file, log, at + header.frame, 2048, (log.readUInt32BE(at) - 1) * 4096);
  }
  closeSync(file);
}

async function differences(path: string, moments: readonly Moment[], whole: number): Promise<string[]> {
  const wanted = moments.filter(({ size }) => size <= whole).at(-1) ?? moments[0];
  const db = openDatabase(openOptions(path));
  try {
    const found = headOf(db, db.deskId).n;
    const changed = Object.keys(changesBetween(wanted?.rows ?? new Map(), rowsOf(db)));
    return [
      ...(found === wanted?.n ? [] : [`the log ends with ${found} instead of ${wanted?.n}`]),
      ...(changed.length === 0 ? [] : [`${changed.length} rows are other ones: ${changed[0]}`]),
      ...(await problemsOf(db)),
    ];
  } finally {
    db.close();
  }
}
