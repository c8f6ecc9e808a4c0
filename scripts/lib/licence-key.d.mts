/** For the tests, which don't read types out of plain scripts. */
export function packLicenceKey(file: string | null, folder?: string): void;
