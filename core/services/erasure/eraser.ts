import type { Database } from '../../db/types';
import type { Announce } from '../../ports';
import type { UseCaseDeps } from '../deps';
import * as directory from '../directory/writer';
import { createOutbox } from '../mail/outbox';

/** What erasing needs. */
export type Eraser = Pick<UseCaseDeps, 'db' | 'directory' | 'outbox' | 'announce'>;

/** For a database that no services were built for: one that is being restored has no windows to tell. */
export function eraserOver(db: Database, announce: Announce = () => undefined): Eraser {
  return { db, directory, outbox: createOutbox({ announce }), announce };
}
