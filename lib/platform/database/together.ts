import { setImmediate as turn } from "node:timers/promises";

type Waiting<In, Out> = { input: In; resolve(output: Out): void; reject(error: unknown): void };

/**
 * Lets callers with one input each share `work`, which takes many: inputs that arrive in the same turn of the event
 * loop, or while an earlier call is in progress, are worked on together. `work` returns one output for each input, in
 * their order. If it fails for several, each is worked on alone, so that one cannot fail the others.
 */
export function together<In, Out>(work: (inputs: In[]) => Promise<Out[]>): (input: In) => Promise<Out> {
  let waiting: Waiting<In, Out>[] = [];
  let isWorking = false;
  const start = async () => {
    isWorking = true;
    await turn();
    while (waiting.length > 0) {
      const taken = waiting;
      waiting = [];
      await settle(work, taken);
    }
    isWorking = false;
  };
  return (input) =>
    new Promise((resolve, reject) => {
      waiting.push({ input, resolve, reject });
      if (!isWorking) void start();
    });
}

async function settle<In, Out>(
  work: (inputs: In[]) => Promise<Out[]>,
  taken: Waiting<In, Out>[],
): Promise<void> {
  try {
    const outputs = await work(taken.map(({ input }) => input));
    if (outputs.length !== taken.length) throw new Error("Not one output for each input");
    taken.forEach(({ resolve }, index) => {
      resolve(outputs[index] as Out);
    });
  } catch (error) {
    if (taken.length === 1) for (const { reject } of taken) reject(error);
    else for (const one of taken) await settle(work, [one]);
  }
}
