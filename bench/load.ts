/** One operation by one client. Throws on an unexpected answer. */
export type Operation = (client: number) => Promise<void>;

export type Measured = {
  operations: number;
  errors: number;
  seconds: number;
  latencies: number[];
  firstError?: string;
};

/** A closed loop: `clients` clients repeat the operation until `operations` have been done in total. */
export async function runLoad(operation: Operation, clients: number, operations: number): Promise<Measured> {
  const latencies: number[] = [];
  let left = operations;
  let errors = 0;
  let firstError: string | undefined;
  const started = performance.now();
  const loop = async (client: number) => {
    while (left-- > 0) {
      const from = performance.now();
      try {
        await operation(client);
      } catch (error) {
        errors++;
        firstError ??= String(error);
      }
      latencies.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => loop(client)));
  const seconds = (performance.now() - started) / 1000;
  return { operations, errors, seconds, latencies, ...(firstError === undefined ? {} : { firstError }) };
}

/** The quantile of the latencies at `share`; 0 without values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
