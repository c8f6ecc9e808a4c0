// npm run demo -- --users=5000 --data-dir=<folder>: makes a demo organisation and prints how to sign in to it.
import { makeDemo } from './lib/demo.mjs';
import { ensureSetup } from './lib/ensure-setup.mjs';
import { command } from './lib/log.mjs';

await command(async () => makeDemo(await ensureSetup(), process.argv.slice(2)));
