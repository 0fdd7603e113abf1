import { parseJson } from "#lib/platform/http/index.ts";

/** A posted body by its format; `value` is undefined if it cannot be parsed. */
export type SentBody = { kind: "json" | "form" | "other"; value: unknown };

/** Parses a body as better-auth would. An empty one counts as "{}", so that a guest session needs no body. */
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
