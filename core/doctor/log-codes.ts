import { readFileSync } from 'node:fs';
import type { LogFact } from './report';

const most = 20;
const word = /^[\w.:-]{1,60}$/;

/**
 * The newest faults and refusals of the log, by their codes alone: messages and stacks stay where they are. What doesn't look
 * like one of our codes is left out, however it came there.
 */
export function lastFaults(logFile: string): LogFact[] {
  const lines = [`${logFile}.1`, logFile].flatMap(linesOf);
  return lines.flatMap(parse).slice(-most).reverse();
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  } catch {
    return [];
  }
}

function parse(line: string): LogFact[] {
  try {
    const entry = JSON.parse(line) as Record<string, unknown>;
    const at = new Date(String(entry['at'])).toISOString();
    const what = entry['event'] === undefined ? 'fault' : codeIn(entry['event']);
    if (what === null) return [];
    const code =
      codeIn(entry['code']) ?? codeIn(entry['why']) ?? codeIn(entry['reason']) ?? codeIn(entry['name']);
    return [{ at, what, where: codeIn(entry['where']), code }];
  } catch {
    return [];
  }
}

/** A code stands by itself or, as a fact of an event, as `{ code }`. */
function codeIn(value: unknown): string | null {
  if (typeof value === 'string') return word.test(value) ? value : null;
  if (typeof value === 'object' && value !== null && 'code' in value) return codeIn(value.code);
  return null;
}
