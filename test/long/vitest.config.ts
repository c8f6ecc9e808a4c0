import { defineConfig } from 'vitest/config';

/** The long runs, started by `npm run test:long`: one file at a time, each as a process of its own. */
export default defineConfig({
  test: {
    include: ['test/long/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    fileParallelism: false,
    // A campaign is one test and takes minutes, on a machine that does much else at the same time many.
    testTimeout: 1_800_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
