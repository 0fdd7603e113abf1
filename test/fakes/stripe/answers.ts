import { StripeFault } from "./fault.ts";

export type Answer = { status: number; body: object };
type Kept = { call: string; body: string; at: number; answer: Answer | null };

const day = 24 * 60 * 60;

/**
 * Stripe's idempotency: a repeated key gets the first answer. The answer is stored once the endpoint has begun; a call
 * that was rejected for its parameters may be repeated with better ones.
 */
export function newAnswers(now: () => number) {
  const kept = new Map<string, Kept>();
  return {
    /** The earlier answer; null if the key is new, and then reserves it. @throws StripeFault */
    take(key: string, call: string, body: string): Answer | null {
      const found = kept.get(key);
      if (!found || found.at + day <= now()) {
        kept.set(key, { call, body, at: now(), answer: null });
        return null;
      }
      if (found.call !== call) throw misused(key, `for the same endpoint they were first used for`);
      if (found.body !== body) throw misused(key, "with the same parameters they were first used with");
      if (found.answer === null) {
        throw new StripeFault(
          409,
          `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
          { type: "idempotency_error", code: "idempotency_key_in_use" },
        );
      }
      return found.answer;
    },
    keep(key: string, answer: Answer): void {
      const found = kept.get(key);
      if (found) found.answer = answer;
    },
    free(key: string): void {
      kept.delete(key);
    },
  };
}

export type Answers = ReturnType<typeof newAnswers>;

function misused(key: string, rule: string): StripeFault {
  return new StripeFault(
    400,
    `Keys for idempotent requests can only be used ${rule}. Try using a key other than '${key}' if you meant to execute a different request.`,
    { type: "idempotency_error" },
  );
}
