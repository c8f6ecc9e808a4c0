// Who may import whom (docs: README.md of each top folder). test/core/borders.test.ts proves that a breach is reported.

const sharedCore = '^core/(contract|domain|access|errors)/';
const windowParts = '^renderer/(components|stores|theme|i18n|ipc|forms)/';
const screens = '^renderer/(features|app)/';
const tooling = '^(scripts|test)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment:
        'Two files that need each other are one file, or hide a third. Page objects return the next page, so they may.',
      severity: 'error',
      from: { pathNot: '^test/e2e/pages/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-found',
      comment:
        'An import that leads nowhere would escape every other rule. The peer of the benchmarks is installed by them alone.',
      severity: 'error',
      from: { pathNot: '^test/bench/core/better-auth[.]mjs$' },
      to: { couldNotResolve: true },
    },
    {
      name: 'core-stands-alone',
      comment: 'The services know neither the shell nor the window.',
      severity: 'error',
      from: { path: '^core/' },
      to: { path: '^(electron|renderer|scripts|test)/' },
    },
    {
      name: 'core-without-frameworks',
      comment: 'core/ runs in plain Node: no Electron, React or MUI.',
      severity: 'error',
      from: { path: '^core/' },
      to: {
        path: '(^|/)node_modules/(electron|react|react-dom|@mui|@emotion|@tanstack|zustand|i18next)/|^electron$',
      },
    },
    {
      name: 'shared-core-is-pure',
      comment:
        'The window bundles contract, domain, access and errors: nothing of the database or of Node may come along.',
      severity: 'error',
      from: { path: sharedCore },
      to: { pathNot: `${sharedCore}|(^|/)node_modules/zod/` },
    },
    {
      name: 'database-below-services',
      comment: 'Services write tables; the database code under them knows no service.',
      severity: 'error',
      from: { path: '^core/db/' },
      to: { path: '^core/services/' },
    },
    {
      name: 'shell-not-window',
      comment: 'The main process and the preload never load what is drawn.',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^(renderer|scripts|test)/' },
    },
    {
      name: 'preload-knows-the-contract-only',
      severity: 'error',
      from: { path: '^electron/preload' },
      to: { pathNot: `${sharedCore}|^electron$|(^|/)node_modules/electron/|^electron/ipc/channels` },
    },
    {
      name: 'window-imports-shared-core-only',
      comment: 'A window asks main for everything else.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(core|electron|scripts|test)/', pathNot: sharedCore },
    },
    {
      name: 'window-without-node',
      comment: 'The window runs sandboxed, without Node and Electron.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'window-without-electron',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '(^|/)node_modules/(electron|better-sqlite3|argon2|drizzle-orm)/|^electron$' },
    },
    {
      name: 'features-apart',
      comment: 'What two features share belongs into components, stores or ipc.',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'features-not-app',
      comment: 'The app puts features together, never the other way round.',
      severity: 'error',
      from: { path: '^renderer/features/' },
      to: { path: '^renderer/app/' },
    },
    {
      name: 'parts-not-screens',
      comment: 'Shared parts know none of the screens that use them.',
      severity: 'error',
      from: { path: windowParts },
      to: { path: screens },
    },
    {
      name: 'test-support-stays-outside',
      comment: 'Builders, fakes and development keys never reach what ships.',
      severity: 'error',
      from: { pathNot: tooling },
      to: { path: tooling },
    },
    {
      name: 'shipped-code-ships-its-packages',
      comment: 'What main imports must be in `dependencies`: the packed app has nothing else.',
      severity: 'error',
      from: { path: '^(core|electron)/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
        pathNot: '(^|/)node_modules/electron/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
