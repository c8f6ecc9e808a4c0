/** For the tests, which don't read types out of plain scripts. */
export function filesInArchive(archive: string): string[];
