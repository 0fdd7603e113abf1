import { DomainError } from "#lib/platform/errors.ts";
import { parseJson } from "./parse-json.ts";

export const maxBodyBytes = 100 * 1024;

/**
 * The JSON in a request's body, at most 100 KB of it; undefined when there is none.
 * @throws payload_too_large, unsupported_media_type, validation_failed for what is not JSON
 */
export async function readJson(request: Request): Promise<unknown> {
  const text = await readText(request);
  if (text === "") return undefined;
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(request.headers.get("content-type") ?? "")) {
    throw new DomainError("unsupported_media_type", "Send application/json");
  }
  try {
    return parseJson(text);
  } catch (error) {
    throw new DomainError("validation_failed", "The body is not valid JSON", {
      details: [{ path: "", message: "The body is not valid JSON" }],
      cause: error,
    });
  }
}

/** A body as text. @throws payload_too_large as soon as it is, whatever its headers say */
export async function readText(request: Request): Promise<string> {
  const length = request.headers.get("content-length");
  if (Number(length ?? 0) > maxBodyBytes) throw tooLarge();
  // The server holds a client to the length it names. Without one the body has to be counted as it comes.
  if (length !== null) return request.text();
  return request.body ? readCounted(request.body) : "";
}

async function readCounted(body: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  // Not for await: that cancels a body that is left half-way, and its connection with it, before there is an answer.
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength;
    if (bytes > maxBodyBytes) throw tooLarge();
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

function tooLarge(): DomainError {
  return new DomainError("payload_too_large", `A body holds at most ${maxBodyBytes / 1024} KB`);
}
