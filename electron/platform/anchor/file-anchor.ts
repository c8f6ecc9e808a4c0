import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Anchor, AnchorStore } from '../../../core/ports';
import { readOwnerFile, writeOwnerFile } from '../key-store/key-file';
import type { MacKey, MacKeys } from './mac-key';

const content = z.strictObject({
  deskId: z.string(),
  n: z.number().int().min(0),
  hash: z.string(),
  at: z.number().int(),
  since: z.number().int(),
  key: z.string(),
  mac: z.string(),
});

/** The anchor in a file that only its owner may read, with a code by which a change to it shows. */
export function fileAnchorStore(path: string, keys: MacKeys): AnchorStore {
  let current: MacKey | null = null;

  function read(): ReturnType<AnchorStore['read']> {
    const text = readOwnerFile(path);
    if (text === null) return 'none';
    const parsed = content.safeParse(parseJson(text));
    if (!parsed.success) return 'foreign';
    const { key: kept, mac, ...anchor } = parsed.data;
    const key = keys.of(kept);
    if (key === null || !sameText(mac, macOf(anchor, key))) return 'foreign';
    current = key;
    return anchor;
  }

  return {
    read,
    write(anchor) {
      current ??= keys.create();
      const { deskId, n, hash, at, since } = anchor;
      const line = { deskId, n, hash, at, since, key: current.kept, mac: macOf(anchor, current) };
      writeOwnerFile(path, `${JSON.stringify(line)}\n`);
    },
  };
}

function macOf({ deskId, n, hash, at, since }: Anchor, { key, kept }: MacKey): string {
  return createHmac('sha256', key)
    .update(JSON.stringify([deskId, n, hash, at, since, kept]))
    .digest('hex');
}

/** By their bytes: as many letters can be more of them, and those can't be compared. */
function sameText(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
