/** A failed test or check, and what it said. */
export type Failure = { name: string; message: string };

/** What a step found. `retried` names the tests that failed first and passed on a retry, which counts as passed. */
export type Outcome = { passed: number; failures: Failure[]; retried: string[] };

export const nothing: Outcome = { passed: 0, failures: [], retried: [] };

/** Both outcomes in one. */
export function sum(one: Outcome, other: Outcome): Outcome {
  return {
    passed: one.passed + other.passed,
    failures: [...one.failures, ...other.failures],
    retried: [...one.retried, ...other.retried],
  };
}

/** The outcome with the names of its tests behind the name of their step. */
export function within(step: string, outcome: Outcome): Outcome {
  const named = (name: string) => `${step} › ${name}`;
  return {
    passed: outcome.passed,
    failures: outcome.failures.map(({ name, message }) => ({ name: named(name), message })),
    retried: outcome.retried.map(named),
  };
}

/** Says which tests and checks failed, each with the first lines of its message, and which passed on a retry. */
export function summary({ passed, failures, retried }: Outcome): string {
  return [
    ...(retried.length > 0 ? ["Passed only on a retry:", ...retried.map((name) => `  ${name}`), ""] : []),
    ...(failures.length > 0 ? ["Failed:", ...failures.flatMap(lines), ""] : []),
    `${passed} passed, ${failures.length} failed`,
  ].join("\n");
}

function lines({ name, message }: Failure): string[] {
  const said = message.split("\n").filter((line) => line.trim() !== "");
  return [`  ${name}`, ...said.slice(0, 25).map((line) => `      ${line.slice(0, 300)}`)];
}
