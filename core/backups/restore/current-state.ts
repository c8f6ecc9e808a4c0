import { type OpenOptions, openDatabase } from '../../db/open';
import type { Database } from '../../db/types';
import type { Erasure } from '../../ports';
import { type DeskHead, headsOf } from '../../services/audit-log/heads';
import { erasuresIn } from '../../services/erasure/erased';
import { ownRows, type UsedUp, usedUpBy, usedUpIn } from './incarnation';

/** What a restore takes over from the state it leaves behind. */
export interface LeftBehind {
  usedUp: UsedUp;
  /** This desk's own rows; `null`: those of the backup have to do. */
  own: ReturnType<typeof ownRows> | null;
  erasures: Erasure[];
  heads: DeskHead[];
}

/** Of a database that can be read. */
export function leftBehind(options: OpenOptions): LeftBehind {
  const db = openDatabase(options);
  try {
    return leftBehindIn(db);
  } finally {
    db.close();
  }
}

function leftBehindIn(db: Database): LeftBehind {
  return { usedUp: usedUpIn(db), own: ownRows(db), erasures: erasuresIn(db), heads: headsOf(db) };
}

/** Of one that can't, or isn't there. @param known the latest moment anybody knows of, UTC ms; 0: none. */
export function nothingLeft(known: number): LeftBehind {
  return {
    usedUp: usedUpBy(known),
    own: null,
    erasures: [],
    heads: [],
  };
}
