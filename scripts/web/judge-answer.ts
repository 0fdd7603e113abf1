import type { OutgoingHttpHeaders, ServerResponse } from "node:http";

/** The replacement of an answer: none, another status with more headers, or another answer. */
export type Instead =
  | null
  | { status: number; headers?: Record<string, string> }
  | { answer: () => Promise<Response> };

/**
 * Inspects an answer before any of it is sent. `judge` is called once, when status and headers are set on `response`,
 * and decides on a replacement.
 */
export function judgeAnswer(response: ServerResponse, judge: () => Instead): void {
  const { writeHead, write, end, flushHeaders } = response;
  let replacement: (() => Promise<Response>) | null = null;
  let judged = false;

  const isReplaced = () => {
    if (judged) return replacement !== null;
    judged = true;
    const instead = judge();
    if (instead && "status" in instead) {
      response.statusCode = instead.status;
      for (const [name, value] of Object.entries(instead.headers ?? {})) response.setHeader(name, value);
    }
    replacement = instead && "answer" in instead ? instead.answer : null;
    return replacement !== null;
  };

  Object.assign(response, {
    writeHead(status: number, ...rest: (string | OutgoingHttpHeaders)[]) {
      response.statusCode = status;
      for (const part of rest) {
        if (typeof part === "string") continue;
        for (const [name, value] of Object.entries(part)) {
          if (value !== undefined) response.setHeader(name, value);
        }
      }
      return isReplaced() ? response : writeHead.call(response, response.statusCode);
    },
    write: (...args: Parameters<typeof write>) => (isReplaced() ? true : write.apply(response, args)),
    // They leave with the first part of the body, which follows at once: a packet less.
    flushHeaders: () => void isReplaced(),
    end(...args: Parameters<typeof end>) {
      if (!isReplaced()) return end.apply(response, args);
      const answer = replacement;
      // Bypasses Next's wrappers around these methods, which are no longer needed.
      Object.assign(response, { writeHead, write, end, flushHeaders });
      if (answer) {
        answer().then(
          (each) => sendAnswer(response, each),
          (error: unknown) => response.destroy(error instanceof Error ? error : undefined),
        );
      }
      return response;
    },
  });
}

/** Sends `answer`, discarding what was set on `response`. */
export async function sendAnswer(response: ServerResponse, answer: Response): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer());
  // Synchronous from here on, so that other code with the response cannot change it.
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  // Node no longer adds it itself, once another one was removed.
  if (body.length > 0) response.setHeader("content-length", body.length);
  response.end(body);
}
