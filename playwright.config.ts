import { defineConfig } from '@playwright/test';

export default defineConfig({
  projects: [
    { name: 'journeys', testDir: 'test/e2e/specs' },
    // `npm run test:long`: by the hundred, in minutes.
    { name: 'long', testDir: 'test/e2e/long', timeout: 600_000 },
  ],
  globalSetup: './test/e2e/support/run-folder.ts',
  outputDir: '.cache/reports/e2e',
  // A journey waits a third of its time for something to appear: three of them keep two cores busy.
  workers: 3,
  // Each journey has a desk of its own: no long file is left over for one worker at the end.
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 90_000,
  reporter: [['list'], ['json', { outputFile: '.cache/reports/e2e.json' }]],
  // A trace costs every journey an eighth of its time; `npm run e2e -- --trace=on -g "…"` takes one of those that fail.
  use: { trace: 'off' },
});
