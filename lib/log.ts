import pino from "pino";
import { env } from "#lib/env.ts";

// Whatever name a secret or a person's data goes by, its value does not reach the log.
const privateFields = [
  "email",
  "phone",
  "name",
  "password",
  "token",
  "cookie",
  "authorization",
  "address",
  "contact",
];

/** JSON lines on standard output. Log ids, never people. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: privateFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
    censor: "[redacted]",
  },
  serializers: { err: describeError },
  hooks: {
    logMethod([first, ...rest], log) {
      // Without words of ours pino takes the error's, and those may quote what it was given.
      if (rest.length === 0 && typeof first === "object") log.call(this, first, "");
      else log.call(this, first, ...rest);
    },
  },
});

/** An error without the values that database and mail errors quote: its name, code and where it was thrown. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return {
    type: word(error.name),
    code: word(code),
    responseCode: word(responseCode),
    stack: framesOf(error),
    ...(error.cause ? { cause: describeError(error.cause) } : {}),
  };
}

/** A name or code as programs write them; anything else may be a value. */
function word(value: unknown): unknown {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^[\w.-]{1,60}$/.test(value) ? value : undefined;
}

/** Where it was thrown. The message comes first in a stack, and what it quotes may look like a frame. */
function framesOf({ stack = "", message }: Error): string | undefined {
  const at = stack.indexOf(message);
  if (at < 0) return undefined;
  const frames = stack.slice(at + message.length).split("\n");
  return frames
    .filter((frame) => /^\s+at /.test(frame))
    .slice(0, 8)
    .join("\n");
}
