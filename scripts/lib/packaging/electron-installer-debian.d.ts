/** What make-deb.mjs uses of it: the package brings no types. */
declare module 'electron-installer-debian' {
  export class Installer {
    constructor(data: {
      src: string;
      dest: string;
      options: Record<string, unknown>;
      [more: string]: unknown;
    });
    userSupplied: { src: string };
    defaults: Record<string, unknown>;
    options: { packagePaths: string[] };
    /** Where the package's files are put together. */
    stagingDir: string;
    /** The methods that put them there, by name. */
    get contentFunctions(): string[];
    generateDefaults(): Promise<Record<string, unknown>>;
    generateOptions(): unknown;
    createStagingDir(): Promise<void>;
    createContents(): Promise<void>;
    createPackage(): Promise<void>;
    movePackage(): Promise<void>;
  }
}
