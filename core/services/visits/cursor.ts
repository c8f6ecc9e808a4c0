import { z } from 'zod';
import { type VisitTab, visitTab } from '../../contract/visits';
import { AppError } from '../../errors/app-error';

/** The last row of a page: what its tab is sorted by (UTC ms), and its id. */
export interface Place {
  at: number;
  id: string;
}

const content = z.tuple([visitTab, z.number().int(), z.string()]);

export function cursorOf(tab: VisitTab, { at, id }: Place): string {
  return JSON.stringify([tab, at, id]);
}

/** Error: `request.malformed` for anything but a cursor of this tab. */
export function readCursor(tab: VisitTab, cursor: string): Place {
  const parsed = content.safeParse(parseJson(cursor));
  if (!parsed.success || parsed.data[0] !== tab) {
    throw new AppError('request.malformed', { fields: [{ path: 'before', rule: 'cursor' }] });
  }
  return { at: parsed.data[1], id: parsed.data[2] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
