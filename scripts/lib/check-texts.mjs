// One step of `npm run check`: every language has the same texts, with the same blanks to fill, and each is used.
// (A key that the code asks for and no language has does not compile: renderer/i18n/resources.ts.)
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { command } from './log.mjs';
import { root } from './paths.mjs';

const locales = join(root, 'renderer', 'i18n', 'locales');

/** @param {string} language @returns {Map<string, string>} `namespace:key` → text */
function textsOf(language) {
  const folder = join(locales, language);
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return new Map(
    files.flatMap((file) => flatten(`${basename(file, '.json')}:`, readJson(join(folder, file)))),
  );
}

/** @param {string} prefix @param {unknown} node @returns {[string, string][]} */
function flatten(prefix, node) {
  if (typeof node !== 'object' || node === null) return [[prefix, String(node)]];
  const joint = prefix.endsWith(':') ? '' : '.';
  return Object.entries(node).flatMap(([name, child]) => flatten(`${prefix}${joint}${name}`, child));
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** @param {string} text @returns {string} */
function blanksOf(text) {
  return [...new Set(text.match(/\{\{[^}]+\}\}/g) ?? [])].sort().join(' ');
}

/** @param {Map<string, string>} wanted @param {Map<string, string>} given @param {string} language */
function differences(wanted, given, language) {
  const missing = [...wanted.keys()].filter((key) => !given.has(key));
  const surplus = [...given.keys()].filter((key) => !wanted.has(key));
  const blanks = [...wanted].filter(
    ([key, text]) => given.has(key) && blanksOf(given.get(key) ?? '') !== blanksOf(text),
  );
  return [
    ...missing.map((key) => `${language} lacks ${key}`),
    ...surplus.map((key) => `${language} has ${key}, which English has not`),
    ...blanks.map(([key]) => `${language} fills other blanks in ${key} than English`),
  ];
}

/**
 * Keys that no source names: neither whole, nor as what a template string like `status.${status}` can become.
 * @param {Iterable<string>} keys `namespace:key`
 */
function unused(keys) {
  const sources = sourcesIn(join(root, 'renderer'));
  const literals = new Set(
    sources.flatMap((text) => [...text.matchAll(/(['"])([\w.:-]+)\1/g)].map((match) => match[2])),
  );
  const templates = sources
    .flatMap((text) => [...text.matchAll(/`([\w.:-]*\$\{[^`]*)`/g)].map((match) => match[1]))
    .map(
      (template) =>
        new RegExp(
          `^${template
            .split(/\$\{[^}]*\}/)
            .map(literally)
            .join('.+')}$`,
        ),
    );
  return [...keys].filter((full) => {
    const bare = full.slice(full.indexOf(':') + 1);
    const forms = [full, bare].flatMap((key) => [key, key.replace(/_(zero|one|two|few|many|other)$/, '')]);
    return !forms.some((key) => literals.has(key) || templates.some((template) => template.test(key)));
  });
}

/** @param {string} text */
function literally(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** @param {string} folder @returns {string[]} contents of all TypeScript files */
function sourcesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}

await command(async () => {
  const [english, others] = [textsOf('en'), readdirSync(locales).filter((language) => language !== 'en')];
  const problems = [
    ...others.flatMap((language) => differences(english, textsOf(language), language)),
    ...['en', ...others].flatMap((language) =>
      [...textsOf(language)]
        .filter(([, text]) => text.trim() === '')
        .map(([key]) => `${language}: ${key} is empty`),
    ),
    ...unused(english.keys()).map((key) => `${key} is used nowhere in renderer/`),
  ];
  for (const problem of problems) console.log(problem);
  console.log(`${english.size} texts in ${others.length + 1} languages, ${problems.length} problems`);
  return english.size === 0 || others.length === 0 || problems.length > 0 ? 1 : 0;
});
