import { DomainError, isDomainError } from "#lib/platform/errors.ts";
import { parseJson } from "./parse-json.ts";

export const maxBodyBytes = 100 * 1024;

/**
 * The JSON body of a request, up to 100 KB; undefined if there is none.
 * @throws payload_too_large, unsupported_media_type, validation_failed for invalid JSON
 */
export async function readJson(request: Request): Promise<unknown> {
  const text = await readText(request);
  if (text === "") return undefined;
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(request.headers.get("content-type") ?? "")) {
    throw new DomainError("unsupported_media_type", "Send application/json");
  }
  try {
    return parseJson(text);
  } catch {
    throw new DomainError("validation_failed", "The body is not valid JSON", {
      details: [{ path: "", message: "The body is not valid JSON" }],
    });
  }
}

/**
 * The body as text.
 * @throws payload_too_large once it exceeds the limit, whatever its headers say; bad_request if it breaks off
 */
export async function readText(request: Request): Promise<string> {
  const length = request.headers.get("content-length");
  if (Number(length ?? 0) > maxBodyBytes) throw tooLarge();
  try {
    // Node enforces Content-Length. Without one, the bytes are counted as they arrive.
    if (length !== null) return await request.text();
    return request.body ? await readCounted(request.body) : "";
  } catch (error) {
    // A closed connection of a client is no fault of ours.
    throw isDomainError(error) ? error : new DomainError("bad_request", "The body of this request broke off");
  }
}

async function readCounted(body: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  // Not `for await`: leaving that loop early cancels the body, which closes the connection before we have answered.
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
