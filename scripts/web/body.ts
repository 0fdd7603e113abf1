import { IncomingMessage } from "node:http";

/** As much as Next takes of a server action (next.config.ts) and the APIs of any body. */
const mostBytes = 100 * 1024;
/** More than any form of ours posts, what React adds included. */
const mostParts = 300;

export type Body = { bytes: Buffer } | { fault: "too large" | "malformed" };

/**
 * A posted body, before anything is built from it: whole, so large, and of so many parts at most. The number of
 * parts is that of the boundaries, however they are read.
 */
export async function readBody(request: IncomingMessage): Promise<Body> {
  if (Number(request.headers["content-length"] ?? 0) > mostBytes) return { fault: "too large" };
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > mostBytes) return { fault: "too large" };
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  const contentType = request.headers["content-type"] ?? "";
  if (!/^multipart\/form-data\b/i.test(contentType)) return { bytes };
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]{1,100})"|([^\s;"]{1,100}))/i.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined || countOf(bytes, `--${boundary}`) > mostParts) return { fault: "malformed" };
  return (await isForm(bytes, contentType)) ? { bytes } : { fault: "malformed" };
}

function countOf(bytes: Buffer, part: string): number {
  let count = 0;
  for (let at = bytes.indexOf(part); at >= 0; at = bytes.indexOf(part, at + part.length)) count += 1;
  return count;
}

/** Whether it can be read as a form, by the parser that Next uses as well. */
async function isForm(bytes: Buffer, contentType: string): Promise<boolean> {
  const form = new Response(new Uint8Array(bytes), { headers: { "content-type": contentType } });
  return form.formData().then(
    () => true,
    () => false,
  );
}

/** The request once more, with the body that was read from it. */
export function withBody(request: IncomingMessage, bytes: Buffer): IncomingMessage {
  const again = new IncomingMessage(request.socket);
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  Object.assign(again, {
    method,
    url,
    headers,
    rawHeaders,
    httpVersion,
    httpVersionMajor,
    httpVersionMinor,
    complete: true,
  });
  again.push(bytes);
  again.push(null);
  return again;
}
