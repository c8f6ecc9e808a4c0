import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{core,electron,migrations,renderer}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Argon2 and a migrated database per test take their time on two cores.
    testTimeout: 20_000,
    hookTimeout: 20_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
