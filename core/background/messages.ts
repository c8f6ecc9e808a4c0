import { AppError, isAppError } from '../errors/app-error';
import type { WireError } from '../errors/catalogue';
import type { TaskInput, TaskName, TaskOutput } from './tasks';

/** What goes into a worker, and what comes out of it. */
export interface TaskOrder<T extends TaskName = TaskName> {
  task: T;
  input: TaskInput<T>;
}

export type TaskMessage =
  | { kind: 'stage'; stage: string }
  | { kind: 'done'; output: TaskOutput<TaskName> }
  | { kind: 'failed'; refusal: WireError | null; code: string | null; message: string; stack: string };

/** Errors lose their class from thread to thread. */
export function failedMessage(error: unknown): TaskMessage {
  const known = error instanceof Error ? error : new Error(String(error));
  return {
    kind: 'failed',
    refusal: isAppError(error) ? error.toWire() : null,
    code: 'code' in known && typeof known.code === 'string' ? known.code : null,
    message: known.message,
    stack: known.stack ?? '',
  };
}

export function errorOf({ refusal, code, message, stack }: TaskMessage & { kind: 'failed' }): Error {
  const error = refusal === null ? new Error(message) : refused(refusal);
  error.stack = stack;
  if (refusal === null && code !== null) Object.assign(error, { code });
  return error;
}

function refused({ code, data }: WireError): AppError {
  return new (AppError as new (code: WireError['code'], data: WireError['data']) => AppError)(code, data);
}
