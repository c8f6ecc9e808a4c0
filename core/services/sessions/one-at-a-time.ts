export type OneAtATime = ReturnType<typeof oneAtATime>;

/**
 * Runs attempts one after another. Verifying a password takes time off the main thread; without this a burst of
 * guesses would all begin before the first failure is counted.
 */
export function oneAtATime(): <T>(attempt: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (attempt) => {
    const next = last.then(attempt);
    last = next.catch(() => undefined);
    return next;
  };
}
