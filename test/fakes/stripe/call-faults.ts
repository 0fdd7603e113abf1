/**
 * slow: answers `ms` later. error: 500 before the endpoint has begun. error-kept: 500 without effect, and again for a
 * repeat with the same key. error-after: takes effect but answers 500, and again for a repeat with the same key.
 * cut-before, cut-after: the connection breaks before or after the effect. limit: 429.
 */
export const faultKinds = [
  "slow",
  "error",
  "error-kept",
  "error-after",
  "cut-before",
  "cut-after",
  "limit",
] as const;

type CallFault = {
  /** An endpoint's name, such as "refunds.create", or "*" for all. */
  call: string;
  kind: (typeof faultKinds)[number];
  /** How many calls it affects. */
  times: number;
  ms: number;
};

/** The requested faults. Each affects the next calls of its endpoint and is then used up. */
export function newCallFaults() {
  let waiting: CallFault[] = [];
  return {
    add: (fault: CallFault) => void waiting.push({ ...fault }),
    clear: () => {
      waiting = [];
    },
    next(call: string): CallFault | undefined {
      const fault = waiting.find(({ call: hit }) => hit === "*" || hit === call);
      if (!fault) return undefined;
      fault.times -= 1;
      waiting = waiting.filter(({ times }) => times > 0);
      return fault;
    },
  };
}

export type CallFaults = ReturnType<typeof newCallFaults>;
