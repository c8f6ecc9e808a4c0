import type { MailProblem } from '../../contract/mail';

const longestDetail = 300;

/** Why a mail didn't go. `detail`: the server's own words, or the system's; it may name the recipient, so it is never logged. */
export class MailFailure extends Error {
  override readonly name = 'MailFailure';
  readonly problem: MailProblem;
  readonly detail: string;

  constructor(problem: MailProblem, words: string, options?: ErrorOptions) {
    super(problem, options);
    this.problem = problem;
    this.detail = oneLine(words);
  }
}

function oneLine(words: string): string {
  const line = words.replace(/[\p{C}\s]+/gu, ' ').trim();
  return line.length > longestDetail ? `${line.slice(0, longestDetail - 1)}…` : line;
}
