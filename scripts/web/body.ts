import type { IncomingMessage } from "node:http";

/** The limit of Next for server actions (next.config.ts) and of the APIs for any body. */
const mostBytes = 100 * 1024;
/** More than any of our forms posts, including React's own parts. */
const mostParts = 300;

export type Body = { bytes: Buffer } | { fault: "too large" | "malformed" };

/**
 * Reads a posted body completely, and limits its size and number of parts before it is parsed. The parts are counted by
 * their boundaries, however they are parsed.
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

/** Whether it can be parsed as a form, with the parser that Next uses. */
async function isForm(bytes: Buffer, contentType: string): Promise<boolean> {
  const form = new Response(new Uint8Array(bytes), { headers: { "content-type": contentType } });
  return form.formData().then(
    () => true,
    () => false,
  );
}
