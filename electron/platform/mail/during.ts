import type SMTPConnection from 'nodemailer/lib/smtp-connection';

type Settle<T> = (error: Error | null | undefined, result?: T) => void;

/** One step on a connection, which a connection that breaks or is closed meanwhile ends too: its own callback may never come. */
export function during<T>(connection: SMTPConnection, step: (settle: Settle<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const broken = (error: Error) => settle(error);
    const ended = () => settle(new Error('Connection closed'));
    const settle: Settle<T> = (error, result) => {
      connection.off('error', broken);
      connection.off('end', ended);
      if (error) reject(error);
      else resolve(result as T);
    };
    connection.once('error', broken);
    connection.once('end', ended);
    step(settle);
  });
}
