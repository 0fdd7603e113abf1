// The names under which secrets and personal data occur. Their values are not logged.
const privateFields = new Set([
  "email",
  "phone",
  "name",
  "password",
  "token",
  "cookie",
  "authorization",
  "address",
  "contact",
]);
const deepest = 8;

/**
 * A copy of a value for the log, with "[redacted]" for private fields at any depth, and errors without the values they
 * quote. Replaces pino's redaction, whose wildcards cost several times the rest of a line.
 */
export function loggable(value: unknown, depth = 0): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Error) return describeError(value);
  // Ends circular objects, too.
  if (depth === deepest) return "[too deep]";
  if (Array.isArray(value)) return value.map((each) => loggable(each, depth + 1));
  if ("toJSON" in value && typeof value.toJSON === "function") return loggable(value.toJSON(), depth + 1);
  return loggableFields(value, depth);
}

/** The same for the fields of a line. `err` is a thrown value. */
export function loggableFields(value: object, depth = 0): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const [name, held] of Object.entries(value)) {
    if (privateFields.has(name)) copy[name] = "[redacted]";
    else copy[name] = name === "err" ? describeError(held) : loggable(held, depth + 1);
  }
  return copy;
}

/** An error without the values that database and mail errors quote: its name, codes and where it was thrown. */
function describeError(error: unknown): unknown {
  if (!isError(error)) return { type: typeof error };
  return {
    ...codesOf(error),
    stack: framesOf(error),
    ...(error.cause ? { cause: describeError(error.cause) } : {}),
  };
}

/** An error in a few words, without values: "Error EENVELOPE 550". */
export function shortError(error: unknown): string {
  if (!isError(error)) return typeof error;
  const words = Object.values(codesOf(error)).filter((each) => each !== undefined);
  return words.join(" ");
}

function codesOf(error: Error) {
  const { code, originalCode, responseCode } = error as Codes;
  return {
    type: word(error.name),
    code: word(code) ?? driverCodes.get(error.message),
    originalCode: word(originalCode),
    responseCode: word(responseCode),
  };
}

/** The PostgreSQL driver gives a lost connection no code, only one of these texts. */
const driverCodes = new Map([
  ["Connection terminated", "CONNECTION_ENDED"],
  ["Connection terminated unexpectedly", "CONNECTION_LOST"],
  ["Connection terminated due to connection timeout", "CONNECT_TIMEOUT"],
  ["timeout exceeded when trying to connect", "CONNECT_TIMEOUT"],
  ["timeout expired", "CONNECT_TIMEOUT"],
]);

/** Nodemailer calls every connection that fails "ESOCKET", and says in `originalCode` why: "CERT_HAS_EXPIRED". */
type Codes = { code?: unknown; originalCode?: unknown; responseCode?: unknown };

/** pg-boss reports copies of errors, which are plain objects. */
function isError(thrown: unknown): thrown is Error {
  if (thrown instanceof Error) return true;
  const { message, stack } = Object(thrown) as { message?: unknown; stack?: unknown };
  return typeof message === "string" && typeof stack === "string";
}

/** Keeps names and codes as programs write them; anything else may be a value. */
function word(value: unknown): unknown {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^[\w.-]{1,60}$/.test(value) ? value : undefined;
}

/** The frames of the stack. The message comes first in a stack, and a value that it quotes may look like a frame. */
function framesOf({ stack = "", message }: Error): string | undefined {
  const at = stack.indexOf(message);
  if (at < 0) return undefined;
  const frames = stack.slice(at + message.length).split("\n");
  return frames
    .filter((frame) => /^\s+at /.test(frame))
    .slice(0, 8)
    .join("\n");
}
