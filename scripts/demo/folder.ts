import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DemoRefusal } from './options';

export interface DemoFolder {
  path: string;
  database: string;
  keyFile: string;
}

/** A new folder for the demo; one that holds something is somebody's data and is left alone. */
export function makeDemoFolder(given: string): DemoFolder {
  const path = resolve(given);
  if (existsSync(path) && readdirSync(path).length > 0) {
    throw new DemoRefusal(
      `${path} is not empty. Choose another folder with --data-dir=<folder>, or delete that one first.`,
    );
  }
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return { path, database: join(path, 'atrium.db'), keyFile: join(path, 'atrium.key') };
}
