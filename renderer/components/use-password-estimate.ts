import { useEffect, useState } from 'react';
import type { PasswordEstimate } from './password-estimate';
import type { EstimateAnswer, EstimateQuestion } from './password-worker';

/** Typing goes on this long before it is judged, ms. */
const pauseMs = 250;

/** Kept this long after the last field is gone, ms: its dictionaries needn't be made again for the next dialog. */
const idleMs = 60_000;

/** One for the window. */
let worker: Worker | null = null;
let fields = 0;
let letGo: ReturnType<typeof setTimeout> | undefined;
let lastId = 0;

function hold(): () => void {
  fields += 1;
  clearTimeout(letGo);
  return () => {
    fields -= 1;
    if (fields > 0) return;
    letGo = setTimeout(() => {
      worker?.terminate();
      worker = null;
    }, idleMs);
  };
}

/** Answers the way to stop listening. A worker that fails stays silent: the estimate helps, main decides. */
function ask(
  password: string,
  ownWords: readonly string[],
  onAnswer: (estimate: PasswordEstimate) => void,
): () => void {
  // Made for the first question: most fields are filled and gone before there is one.
  worker ??= new Worker(new URL('./password-worker.ts', import.meta.url), { type: 'module' });
  const asked = worker;
  lastId += 1;
  const question: EstimateQuestion = { id: lastId, password, ownWords };
  const listen = ({ data }: MessageEvent<EstimateAnswer>) => {
    if (data.id === question.id) onAnswer(data.estimate);
  };
  asked.addEventListener('message', listen);
  asked.postMessage(question);
  return () => asked.removeEventListener('message', listen);
}

/** How easily a password is guessed, shortly after it was typed; the one before stays until then. */
export function usePasswordEstimate(password: string, ownWords: readonly string[]): PasswordEstimate | null {
  const [estimate, setEstimate] = useState<PasswordEstimate | null>(null);
  const words = ownWords.join('\n');

  useEffect(hold, []);

  useEffect(() => {
    if (password === '') {
      setEstimate(null);
      return;
    }
    let stop: (() => void) | null = null;
    const timer = setTimeout(() => {
      stop = ask(password, words.split('\n'), setEstimate);
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      stop?.();
    };
  }, [password, words]);

  return estimate;
}
