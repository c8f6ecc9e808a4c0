import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * Runs a TypeScript program of scripts/ that uses the app's own code, on our terminal.
 * @param {import('./ensure-setup.mjs').Setup} setup
 * @param {'bench' | 'demo' | 'doctor' | 'licence' | 'tour'} name it is scripts/<name>/main.ts
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ code: number, output: string }>} output: what it wrote to stdout
 */
export function runTypeScript(setup, name, args, env = setup.env) {
  return new Promise((resolve, reject) => {
    const runner = join(root, 'scripts', 'lib', 'bundle-and-run.mjs');
    const child = spawn(setup.node, [runner, name, ...args], {
      env,
      cwd: root,
      stdio: ['inherit', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
