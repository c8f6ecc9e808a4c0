import type { ReadDb } from '../../db/types';
import { desksOf, type Head, headOf } from './entry-rows';

/** Where the chain of one desk ends. */
export interface DeskHead extends Head {
  deskId: string;
}

export function headsOf(db: ReadDb): DeskHead[] {
  return desksOf(db).map((deskId) => ({ deskId, ...headOf(db, deskId) }));
}

/** How an entry holds it: one line that a person can compare, too. */
export function headText({ deskId, n, hash }: DeskHead): string {
  return `${deskId} ${n} ${hash}`;
}

/** `null` when it is none: who has the key can write anything. */
export function headIn(text: unknown): DeskHead | null {
  const [, deskId, n, hash] = /^(\S+) (\d{1,15}) ([0-9a-f]{64})$/.exec(String(text)) ?? [];
  return deskId === undefined || n === undefined || hash === undefined
    ? null
    : { deskId, n: Number(n), hash };
}
