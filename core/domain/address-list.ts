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
  const ends = closings(line);
  let from = 0;
  let blank = true;
  const cut = (end: number, separator: string, next: number) => {
    found.push({ text: line.slice(from, end), separator });
    from = next;
    blank = true;
  };
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at] ?? '';
    // `"…"` at the start of a piece, `<…>` anywhere.
    const end = sign === '<' || (sign === '"' && blank) ? ends(sign, at) : null;
    if (end !== null) {
      at = end;
      blank = false;
      // Behind an address in brackets comes the next, whatever parts them.
      if (sign === '<') cut(end + 1, sign, end + 1);
    } else if (separators.has(sign)) cut(at, sign, at + 1);
    else blank &&= sign.trim() === '';
  }
  return [...found, { text: line.slice(from), separator: '' }];
}

const closedBy: Record<string, string> = { '<': '>', '"': '"' };

/**
 * Where what begins with that sign is closed; `null`: nowhere. Once there is no end for one, there is none for any after it:
 * a line of nothing but beginnings is looked through once, not once for each.
 */
function closings(line: string): (sign: string, from: number) => number | null {
  const open = new Set<string>();
  return (sign, from) => {
    if (open.has(sign)) return null;
    for (let at = from + 1; at < line.length; at += 1) {
      if (line[at] === '\\') at += 1;
      else if (line[at] === closedBy[sign]) return at;
    }
    open.add(sign);
    return null;
  };
}

/** `Lindqvist, Ada <ada@x.example>`: the comma belongs to the name. */
function joinNames(parts: { text: string; separator: string }[]): string[] {
  return parts
    .filter(({ text, separator }, at) => {
      const next = parts[at + 1]?.text ?? '';
      const surname = separator === ',' && text.trim() !== '' && !/[@<>]/.test(text);
      return !(surname && /^[^@<>]*<[^<>@]*@[^<>]*>/.test(next));
    })
    .map(({ text }) => text);
}

/** Addresses with nothing but spaces between them. Anything else with a space in it is one piece, and likely a slip. */
function apart(piece: string): string[] {
  if (/[<>"]/.test(piece)) return [piece];
  const words = piece.trim().split(/\s+/);
  return words.length > 1 && words.every((word) => /^[^@]+@[^@]+$/.test(word)) ? words : [piece];
}
