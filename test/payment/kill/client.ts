import { setTimeout as sleep } from "node:timers/promises";

export type Answer = { status: number; headers: Headers; body: unknown };

type Question = { headers?: Record<string, string>; json?: unknown; form?: Record<string, string> };

const patienceMs = 90_000;
const timeoutMs = 20_000;
const pauseMs = 150;

/**
 * Repeats a request until it is answered, like a patient client, whatever is killed meanwhile. @throws after 90 seconds
 * without an answer
 */
export async function askUntilAnswered(
  method: string,
  url: string,
  question: Question = {},
): Promise<Answer> {
  const { json, form, headers = {} } = question;
  const body = form ? new URLSearchParams(form) : json === undefined ? null : JSON.stringify(json);
  const sent = { ...headers, ...(json !== undefined && { "content-type": "application/json" }) };
  const deadline = Date.now() + patienceMs;
  let last = "";
  while (Date.now() < deadline) {
    try {
      const answer = await fetch(url, {
        method,
        headers: sent,
        body,
        signal: AbortSignal.timeout(timeoutMs),
      });
      const text = await answer.text();
      if (answer.status < 500 && answer.status !== 429)
        return { status: answer.status, headers: answer.headers, body: JSON.parse(text) };
      last = `${answer.status} ${text.slice(0, 200)}`;
    } catch (error) {
      last = String(error);
    }
    await sleep(pauseMs);
  }
  throw new Error(`${method} ${url} had no answer for ${patienceMs / 1000} s: ${last}`);
}
