import type { z } from "zod";
import { StripeFault } from "./fault.ts";

/** Parses parameters with `schema`. @throws StripeFault about the first one that is unknown, missing or wrong */
export function check<T>(schema: z.ZodType<T>, given: unknown): T {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (!issue) throw new StripeFault(400, "The parameters cannot be read");
  throw faultOf(issue, given);
}

function faultOf(issue: z.core.$ZodIssue, given: unknown): StripeFault {
  if (issue.code === "unrecognized_keys") {
    const param = spelled([...issue.path, issue.keys[0] ?? ""]);
    return new StripeFault(400, `Received unknown parameter: ${param}`, { code: "parameter_unknown", param });
  }
  const param = spelled(issue.path);
  const value = valueAt(given, issue.path);
  if (value === undefined)
    return new StripeFault(400, `Missing required param: ${param}.`, { code: "parameter_missing", param });
  if (value === "") {
    return new StripeFault(
      400,
      `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset.`,
      { code: "parameter_invalid_empty", param },
    );
  }
  // Our own messages have the form "code: message".
  const [, code, words] = /^([a-z_]+): (.*)$/.exec(issue.message) ?? [];
  return new StripeFault(400, words ?? `Invalid ${param}: ${issue.message}`, {
    param,
    ...(code && { code }),
  });
}

function spelled(path: PropertyKey[]): string {
  const [first = "", ...rest] = path.map(String);
  return first + rest.map((part) => `[${part}]`).join("");
}

function valueAt(given: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (node, key) => (typeof node === "object" && node !== null ? Reflect.get(node, key) : undefined),
    given,
  );
}
