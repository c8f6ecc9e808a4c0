/** Says a line, and goes on once it has left this process. */
export function say(line: object): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(`${JSON.stringify(line)}\n`, () => resolve());
  });
}

/** Waits for its orders, works, and then waits to be killed. */
export function obey<Orders>(work: (orders: Orders) => Promise<void>): void {
  process.stdin.once('data', (orders: Buffer) => {
    void work(JSON.parse(orders.toString()) as Orders);
  });
  // It stays until it is killed.
  setInterval(() => undefined, 60_000);
  void say({ ready: true });
}
