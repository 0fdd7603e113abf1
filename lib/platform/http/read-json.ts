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
 * The body as text, without a byte order mark. Bytes that are not UTF-8 are rejected: replaced, they would end up in
 * somebody's name.
 * @throws payload_too_large once it exceeds the limit, whatever its headers say; unsupported_media_type for another
 * charset; bad_request if it breaks off or is not UTF-8
 */
export async function readText(request: Request): Promise<string> {
  const length = request.headers.get("content-length");
  if (Number(length ?? 0) > maxBodyBytes) throw tooLarge();
  const bytes = await readBytes(request, length !== null);
  if (bytes.byteLength > 0) checkCharset(request.headers.get("content-type") ?? "");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new DomainError("bad_request", "The body of this request is not UTF-8");
  }
}

async function readBytes(request: Request, isLengthKnown: boolean): Promise<Uint8Array> {
  try {
    // Node enforces Content-Length. Without one, the bytes are counted as they arrive.
    if (isLengthKnown) return new Uint8Array(await request.arrayBuffer());
    return request.body ? await readCounted(request.body) : new Uint8Array();
  } catch (error) {
    // A closed connection of a client is no fault of ours.
    throw isDomainError(error) ? error : new DomainError("bad_request", "The body of this request broke off");
  }
}

async function readCounted(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  // Not `for await`: leaving that loop early cancels the body, which closes the connection before we have answered.
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength;
    if (bytes > maxBodyBytes) throw tooLarge();
    parts.push(part.value);
  }
  return Buffer.concat(parts);
}

function checkCharset(contentType: string): void {
  const [, charset = "utf-8"] = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(contentType) ?? [];
  if (/^(utf-?8|us-ascii)$/i.test(charset)) return;
  throw new DomainError("unsupported_media_type", "Send the body in UTF-8");
}

function tooLarge(): DomainError {
  return new DomainError("payload_too_large", `A body holds at most ${maxBodyBytes / 1024} KB`);
}
