import { expect, test } from "vitest";
import { isDomainError } from "#lib/platform/errors.ts";
import { readText } from "./read-json.ts";

const bytes = (latin1: string) => new Uint8Array(Buffer.from(latin1, "latin1"));

/** The same body with its length stated, and in chunks. */
function requests(body: string, type = "application/json"): Request[] {
  const sent = bytes(body);
  const stream = new ReadableStream({
    start(controller) {
      for (const byte of sent) controller.enqueue(new Uint8Array([byte]));
      controller.close();
    },
  });
  const of = (init: object, headers = {}) =>
    new Request("http://localhost/", {
      method: "POST",
      headers: { "content-type": type, ...headers },
      ...init,
    });
  return [of({ body: sent }, { "content-length": `${sent.length}` }), of({ body: stream, duplex: "half" })];
}

const read = (request: Request) =>
  readText(request).catch((error: unknown) => (isDomainError(error) ? [error.code, error.message] : error));

test("text in UTF-8 is read as it was sent, without a byte order mark", async () => {
  for (const request of requests("\xef\xbb\xbfgr\xc3\xbc\xc3\x9f \xf0\x9f\xa7\x82")) {
    expect(await read(request)).toBe("grüß 🧂");
  }
});

test.each([
  ["another charset", "Jos\xe9"],
  ["a longer form than needed", "a\xc0\xae"],
  ["half of a surrogate pair", "\xed\xa0\x80"],
  ["a character that breaks off", "a\xf0\x9f\xa7"],
])("bytes of %s are refused rather than replaced", async (_what, body) => {
  for (const request of requests(body)) {
    expect(await read(request)).toEqual(["bad_request", "The body of this request is not UTF-8"]);
  }
});

test("a charset is UTF-8 or its part ASCII; any other is refused", async () => {
  const types = (charset: string) => [
    `application/json; charset=${charset}`,
    `text/plain;a=b;Charset="${charset}"`,
  ];
  for (const type of ["utf-8", "UTF-8", "utf8", "us-ascii"].flatMap(types)) {
    for (const request of requests("{}", type)) expect(await read(request)).toBe("{}");
  }
  for (const type of ["iso-8859-1", "utf-16", "x", ""].flatMap(types)) {
    for (const request of requests("{}", type)) {
      expect(await read(request)).toEqual(["unsupported_media_type", "Send the body in UTF-8"]);
    }
  }
});
