import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { answerOf, serveOnce } from "#test/support/one-answer.ts";
import { sendWhole } from "./whole-answer.ts";

const page = `<!DOCTYPE html>${"<p>A kettle</p>".repeat(200)}`;

function ask(headers: Record<string, string> = {}, { method = "GET", text = page } = {}) {
  const serving = serveOnce((request, response) => {
    sendWhole(request, response);
    response.setHeader("vary", "rsc");
    response.flushHeaders();
    response.write(text.slice(0, 20));
    response.write(Buffer.from(text.slice(20)));
    response.end();
  });
  return answerOf(serving, { method, headers });
}

test("a page is sent in one piece, compressed where the client accepts it", async () => {
  const { headers, bytes } = await ask({ "accept-encoding": "br, gzip;q=0.8" });
  expect(headers).toMatchObject({ "content-encoding": "gzip", "content-length": `${bytes.length}` });
  expect(headers.vary).toBe("rsc, Accept-Encoding");
  expect(gunzipSync(bytes).toString()).toBe(page);
});

test.each(["", "br", "gzip;q=0", "gzip; q=0.0", "x-gzip", "identity"])(
  'a client that accepts "%s" gets it as it is',
  async (accepted) => {
    const { headers, body } = await ask({ "accept-encoding": accepted });
    expect(headers).not.toHaveProperty("content-encoding");
    expect(headers.vary).toBe("rsc, Accept-Encoding");
    expect(body).toBe(page);
  },
);

test("a short answer is not compressed, and HEAD has no body", async () => {
  const short = await ask({ "accept-encoding": "gzip" }, { text: "A short answer, sent in one packet" });
  expect(short.headers).not.toHaveProperty("content-encoding");
  const head = await ask({ "accept-encoding": "gzip" }, { method: "HEAD" });
  expect(head).toMatchObject({ status: 200, body: "", headers: { vary: "rsc, Accept-Encoding" } });
});
