/** A list of addresses as people paste one: from a mail, a spreadsheet, a chat. Pure; nothing is looked up. */

/** More than this at once is an import, not an invitation. */
export const maxAddresses = 2000;

/** Beyond what any address may have, so that a paragraph pasted by mistake stays a line and is told as too long. */
export const maxTyped = 400;

/**
 * The addresses of a pasted list, in its order, as they were typed. They stand one to a line or between commas, semicolons
 * and tabs, bare, in quotes or behind a name (`"Lindqvist, Ada" <ada@x.example>`). What is no address stays in the list, so
 * that it can be put right.
 */
export function readAddresses(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .flatMap((line) => joinNames(pieces(line)))
    .flatMap(apart)
    .map(bareAddress)
    .filter((typed) => /[^\s.]/.test(typed));
}

/** What stands in a cell or between two commas, without its name, its quotes and `mailto:`. */
export function bareAddress(text: string): string {
  const named = /<([^<>]*)>[\s.]*$/.exec(text);
  const inner = (named?.[1] ?? text).trim();
  const unquoted = /^(["'])(.*)\1$/.exec(inner)?.[2] ?? inner;
  return unquoted
    .replace(/^mailto:/i, '')
    .trim()
    .slice(0, maxTyped);
}

const separators = new Set([',', ';', '\t', '，', '；', '、']);

/** A line cut at its separators, but not within quotes or angle brackets. Each piece with the separator behind it. */
function pieces(line: string): { text: string; separator: string }[] {
  const found: { text: string; separator: string }[] = [];
  let text = '';
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at] ?? '';
    const end = enclosed(line, at, text.trim() === '');
    if (end !== null) {
      text += line.slice(at, end + 1);
      at = end;
      if (sign !== '<') continue;
      // Behind an address in brackets comes the next, whatever parts them.
      found.push({ text, separator: sign });
      text = '';
    } else if (separators.has(sign)) {
      found.push({ text, separator: sign });
      text = '';
    } else text += sign;
  }
  return [...found, { text, separator: '' }];
}

/** Where what begins at `at` is closed: `"…"` at the start of a piece, `<…>` anywhere. `null`: nothing begins there. */
function enclosed(line: string, at: number, atStart: boolean): number | null {
  if (line[at] === '<') return closing(line, at, '>');
  return line[at] === '"' && atStart ? closing(line, at, '"') : null;
}

function closing(line: string, from: number, sign: string): number | null {
  for (let at = from + 1; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === sign) return at;
  }
  return null;
}

/** `Lindqvist, Ada <ada@x.example>`: the comma belongs to the name. */
function joinNames(parts: { text: string; separator: string }[]): string[] {
  return parts
    .filter(({ text, separator }, at) => {
      const next = parts[at + 1]?.text ?? '';
      const surname = separator === ',' && text.trim() !== '' && !/[@<>]/.test(text);
      return !(surname && /^[^@<>]*<[^<>]*@[^<>]*>/.test(next));
    })
    .map(({ text }) => text);
}

/** Addresses with nothing but spaces between them. Anything else with a space in it is one piece, and likely a slip. */
function apart(piece: string): string[] {
  if (/[<>"]/.test(piece)) return [piece];
  const words = piece.trim().split(/\s+/);
  return words.length > 1 && words.every((word) => /^[^@]+@[^@]+$/.test(word)) ? words : [piece];
}
