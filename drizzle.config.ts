import { defineConfig } from 'drizzle-kit';

/** For `npm run db:generate`; resources/README.md says how a migration is made. */
export default defineConfig({
  dialect: 'sqlite',
  schema: './core/db/schema/index.ts',
  out: './resources/migrations',
});
