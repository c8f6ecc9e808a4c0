/** One line that counts up where somebody watches, a line every few seconds where the output is kept. */
export function createProgress(what: string): (done: number, of: number) => void {
  const { stderr } = process;
  const every = stderr.isTTY ? 200 : 3000;
  let shown = Date.now();
  return (done, of) => {
    const last = done === of;
    if (!last && Date.now() - shown < every) return;
    shown = Date.now();
    const line = `  ${what}: ${Math.floor((done / of) * 100)} %`;
    stderr.write(stderr.isTTY ? `\r${line}${last ? '\n' : ''}` : `${line}\n`);
  };
}
