/** A failure that the user can fix: what happened, and what to do next. */
export class Problem extends Error {
  override name = "Problem";
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

/** The message of any thrown value. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join("; ");
  if (error instanceof Error) return error.message || error.name;
  return String(error);
}

/** Prints a failure: a Problem as two short lines, anything else with its stack. */
export function report(error: unknown): void {
  if (error instanceof Problem) console.error(`${error.message}\n${error.remedy}`);
  else console.error(error);
}
