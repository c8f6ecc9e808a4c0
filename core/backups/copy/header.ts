import { createHash } from 'node:crypto';
import { AppError } from '../../errors/app-error';

/** argon2id as the copy was made with; read from the file, so that later versions can ask for more. */
export interface Argon2Cost {
  /** KiB. */
  memory: number;
  passes: number;
  lanes: number;
}

/** What stands before the encrypted backup in a copy with a passphrase. */
export interface CopyHeader {
  cost: Argon2Cost;
  /** 16 bytes. */
  salt: Uint8Array;
  /** 12 bytes. */
  nonce: Uint8Array;
  /** The copy's own database key, AES-256-GCM under what argon2id makes of salt and passphrase: 32 bytes and 16 of tag. */
  wrappedKey: Uint8Array;
  /** Bytes of the backup behind the header. */
  bodySize: number;
}

const magic = 'ATRIUM DESK COPY';
const version = 1;
/** magic 16 · version 4 · cost 3 × 4 · salt 16 · nonce 12 · body size 8 · wrapped key 48 · SHA-256 of all that 32 */
const at = { version: 16, cost: 20, salt: 32, nonce: 48, bodySize: 60, wrappedKey: 68, sum: 116 } as const;
export const headerSize = 148;

/** What a file may ask of this computer: four times what we write, so that a hostile one can't make it stand still. */
const costLimits: Argon2Cost = { memory: 262_144, passes: 12, lanes: 4 };

/** What the wrapped key vouches for: everything before it, so that cost and size can't be changed. */
export function vouchedFor(header: Omit<CopyHeader, 'wrappedKey'>): Buffer {
  const bytes = Buffer.alloc(at.wrappedKey);
  bytes.write(magic, 0, 'latin1');
  bytes.writeUInt32BE(version, at.version);
  bytes.writeUInt32BE(header.cost.memory, at.cost);
  bytes.writeUInt32BE(header.cost.passes, at.cost + 4);
  bytes.writeUInt32BE(header.cost.lanes, at.cost + 8);
  bytes.set(header.salt, at.salt);
  bytes.set(header.nonce, at.nonce);
  bytes.writeBigUInt64BE(BigInt(header.bodySize), at.bodySize);
  return bytes;
}

export function writeHeader(header: CopyHeader): Buffer {
  const bytes = Buffer.concat([vouchedFor(header), header.wrappedKey]);
  return Buffer.concat([bytes, sum(bytes)]);
}

/**
 * Errors: `backup.not_a_copy`, `backup.copy_newer`, `backup.copy_damaged`. The sum tells damage from a wrong passphrase, no
 * more: whoever changes the file on purpose is found out by the wrapped key.
 */
export function readHeader(bytes: Uint8Array): CopyHeader {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < at.cost || buffer.toString('latin1', 0, at.version) !== magic)
    throw new AppError('backup.not_a_copy');
  const found = buffer.readUInt32BE(at.version);
  if (found > version) throw new AppError('backup.copy_newer');
  if (found !== version || buffer.length < headerSize) throw new AppError('backup.copy_damaged');
  if (!sum(buffer.subarray(0, at.sum)).equals(buffer.subarray(at.sum, headerSize)))
    throw new AppError('backup.copy_damaged');
  const cost = {
    memory: buffer.readUInt32BE(at.cost),
    passes: buffer.readUInt32BE(at.cost + 4),
    lanes: buffer.readUInt32BE(at.cost + 8),
  };
  const bodySize = buffer.readBigUInt64BE(at.bodySize);
  if (!isBearable(cost) || bodySize > BigInt(Number.MAX_SAFE_INTEGER))
    throw new AppError('backup.copy_damaged');
  return {
    cost,
    salt: buffer.subarray(at.salt, at.nonce),
    nonce: buffer.subarray(at.nonce, at.bodySize),
    wrappedKey: buffer.subarray(at.wrappedKey, at.sum),
    bodySize: Number(bodySize),
  };
}

function isBearable({ memory, passes, lanes }: Argon2Cost): boolean {
  const within = (value: number, maximum: number) => value >= 1 && value <= maximum;
  // argon2 itself wants eight blocks a lane.
  return (
    within(memory, costLimits.memory) &&
    within(passes, costLimits.passes) &&
    within(lanes, costLimits.lanes) &&
    memory >= 8 * lanes
  );
}

function sum(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
