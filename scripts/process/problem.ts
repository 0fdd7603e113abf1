/** Something the person at the terminal can do something about: what happened, and what to do next. */
export class Problem extends Error {
  override name = "Problem";
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

/** The text of anything that was thrown. */
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
