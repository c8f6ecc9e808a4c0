import type { EventName, EventPayload } from '../../core/contract/events';
import type { Answer, RequestInput, RequestOutput, RouteName } from '../../core/contract/index';
import type { ErrorCode, ErrorData, WireError } from '../../core/errors/catalogue';
import './bridge';

/** A refusal or a fault that main answered. `error` is the value that crossed; its code is the key of a text. */
export class RequestError extends Error {
  readonly error: WireError;

  constructor(error: WireError, options?: ErrorOptions) {
    super(error.code, options);
    this.name = 'RequestError';
    this.error = error;
  }
}

/**
 * Asks main. Resolves to the typed answer; rejects with `RequestError` only, also when the bridge itself
 * fails, so that every caller has one kind of error to show.
 */
export async function request<R extends RouteName>(
  route: R,
  input: RequestInput<R>,
): Promise<RequestOutput<R>> {
  let answer: Answer<R>;
  try {
    answer = (await window.atrium.request(route, input)) as Answer<R>;
  } catch (cause) {
    throw new RequestError({ code: 'request.failed', data: { id: '–' } }, { cause });
  }
  if (!answer.ok) throw new RequestError(answer.error);
  return answer.value;
}

/** Listens to what main tells; answers the way to stop. */
export function onEvent<E extends EventName>(
  event: E,
  listener: (payload: EventPayload<E>) => void,
): () => void {
  return window.atrium.on(event, (payload) => listener(payload as EventPayload<E>));
}

/** The data of an error when it has this code, else `null`. */
export function errorData<C extends ErrorCode>(error: unknown, code: C): ErrorData[C] | null {
  if (!(error instanceof RequestError) || error.error.code !== code) return null;
  return error.error.data as ErrorData[C];
}
