import { parseJson } from "#lib/platform/http/index.ts";

/** What was posted, by how it was written; `value` is undefined when it cannot be read. */
export type SentBody = { kind: "json" | "form" | "other"; value: unknown };

/** Reads a body as better-auth would. None at all counts as "{}", so a guest session starts with nothing but the address. */
export function readBody(contentType: string | null, text: string): SentBody {
  if (text === "") return { kind: "json", value: {} };
  switch (contentType?.split(";")[0]?.trim().toLowerCase()) {
    case "application/json":
      return { kind: "json", value: json(text) };
    case "application/x-www-form-urlencoded":
      return { kind: "form", value: Object.fromEntries(new URLSearchParams(text)) };
    default:
      return { kind: "other", value: undefined };
  }
}

function json(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
