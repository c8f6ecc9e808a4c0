import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{core,electron,faults,migrations,renderer}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Modules are loaded once per worker, not once per file: no test keeps state in one, and it takes half the time.
    // Processes, because tests of local days set their own time zone.
    pool: 'forks',
    isolate: false,
    // By itself vitest leaves one processor free, which of two is half.
    maxWorkers: '100%',
    // Argon2 and a migrated database per test take their time on two cores.
    testTimeout: 20_000,
    hookTimeout: 20_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
