import { readFileSync, writeFileSync } from 'node:fs';

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;

/** The app's clock: the real one, moved forward by what the file says. */
export class TestClock {
  constructor(readonly file: string) {}

  advance(ms: number): void {
    writeFileSync(this.file, String(this.offset() + ms));
  }

  /** What the app takes for now, UTC ms. */
  now(): number {
    return Date.now() + this.offset();
  }

  private offset(): number {
    try {
      return Number(readFileSync(this.file, 'utf8'));
    } catch {
      return 0;
    }
  }
}
