import { codeAlphabet } from './code';

/**
 * The database's key as people write it: four lines of three groups of five letters. Each line holds eight bytes (64 bits)
 * and a check of 11, which finds every wrong letter, every two that changed places, and a line in another's place; so a
 * mistake is told by its line.
 */
const lines = 4;
const lineBytes = 8;
const lineLetters = 15;
const groupLetters = 5;
const checkBits = 11n;
export const recoveryKeyLetters = lines * lineLetters;

export type RecoveryKeyProblem =
  | { kind: 'length'; letters: number }
  /** A letter that is never in a key. */
  | { kind: 'letter'; letter: string; line: number }
  | { kind: 'line'; line: number };

/** The lines, `K7Q3M-0ZD4X-WB9TC`. */
export function recoveryKeyLines(key: Uint8Array): string[] {
  if (key.length !== lines * lineBytes) throw new Error('The database key has 32 bytes');
  return Array.from({ length: lines }, (_, line) => {
    const bytes = key.subarray(line * lineBytes, (line + 1) * lineBytes);
    const data = bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
    return grouped(letters((data << checkBits) | check(data, line)));
  });
}

/** What was typed from paper, in any case and grouping, with O for 0 and I or L for 1. */
export function parseRecoveryKey(
  typed: string,
): { ok: true; key: Uint8Array } | { ok: false; problem: RecoveryKeyProblem } {
  const text = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const all = [...text];
  const stranger = all.findIndex((letter) => !codeAlphabet.includes(letter));
  if (stranger >= 0) {
    const line = Math.min(lines, Math.floor(stranger / lineLetters) + 1);
    return { ok: false, problem: { kind: 'letter', letter: all[stranger] ?? '', line } };
  }
  if (all.length !== recoveryKeyLetters)
    return { ok: false, problem: { kind: 'length', letters: all.length } };
  const key = new Uint8Array(lines * lineBytes);
  for (let line = 0; line < lines; line += 1) {
    const number = numberOf(text.slice(line * lineLetters, (line + 1) * lineLetters));
    const data = number >> checkBits;
    if ((number & ((1n << checkBits) - 1n)) !== check(data, line))
      return { ok: false, problem: { kind: 'line', line: line + 1 } };
    for (let byte = 0; byte < lineBytes; byte += 1)
      key[line * lineBytes + byte] = Number((data >> BigInt(8 * (lineBytes - 1 - byte))) & 0xffn);
  }
  return { ok: true, key };
}

/** CRC-11 (x¹¹+x⁹+x⁸+x⁷+x²+1) over the number of the line and its bytes. */
function check(data: bigint, line: number): bigint {
  let rest = ((BigInt(line + 1) << 64n) | data) << checkBits;
  for (let bit = 67n + checkBits; bit >= checkBits; bit -= 1n) {
    if ((rest >> bit) & 1n) rest ^= 0xb85n << (bit - checkBits);
  }
  return rest;
}

function letters(number: bigint): string {
  const indexes = Array.from({ length: lineLetters }, (_, place) =>
    Number((number >> BigInt(5 * (lineLetters - 1 - place))) & 31n),
  );
  return indexes.map((index) => codeAlphabet.charAt(index)).join('');
}

function numberOf(text: string): bigint {
  return [...text].reduce((number, letter) => (number << 5n) | BigInt(codeAlphabet.indexOf(letter)), 0n);
}

function grouped(text: string): string {
  const groups = Array.from({ length: lineLetters / groupLetters }, (_, group) =>
    text.slice(group * groupLetters, (group + 1) * groupLetters),
  );
  return groups.join('-');
}
