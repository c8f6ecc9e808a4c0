import type { ErrorCode, ErrorData, WireError } from './catalogue';

type DataArgument<C extends ErrorCode> =
  ErrorData[C] extends Record<string, never>
    ? [data?: ErrorData[C], options?: ErrorOptions]
    : [data: ErrorData[C], options?: ErrorOptions];

/** A refusal we mean: thrown inside main, answered as a value over IPC. Anything else that is thrown is a fault. */
export class AppError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly data: ErrorData[C];

  constructor(code: C, ...[data, options]: DataArgument<C>) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.data = (data ?? {}) as ErrorData[C];
  }

  toWire(): WireError {
    return { code: this.code, data: this.data } as WireError;
  }
}

export function isAppError<C extends ErrorCode>(error: unknown, code?: C): error is AppError<C> {
  return error instanceof AppError && (code === undefined || error.code === code);
}
