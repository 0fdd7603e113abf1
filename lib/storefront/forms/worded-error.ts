import { DomainError } from "#lib/platform/errors.ts";

/** An error that a page has worded itself, because it knows more than the error: what it showed before. */
export class WordedError extends DomainError {
  readonly words: string[];

  constructor({ code, message }: DomainError, words: string[]) {
    super(code, message);
    this.words = words;
  }
}
