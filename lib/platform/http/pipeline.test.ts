import { describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { type StoreSpec, storeRoute } from "#lib/dialects/store-api/dialect.ts";
import { db } from "#lib/platform/database/db.ts";
import { log } from "#lib/platform/log/log.ts";
import { anybody, verb } from "#lib/platform/verb/index.ts";
import { answer, call } from "#test/support/call.ts";
import { expectFailure, expectInvalid } from "#test/support/expect.ts";
import { maxBodyBytes } from "./index.ts";

const spec = {
  id: "echo",
  method: "POST",
  path: "/store/echo",
  tag: "Test",
  summary: "Says what it was told",
  body: z.object({ text: z.string() }),
  response: z.object({ text: z.string() }),
  errors: ["not_found"],
} as const satisfies StoreSpec;

type Sent = { text: string };

/** A route that answers with the result of `does` on the body. */
function routeTo(does: (sent: Sent) => Promise<Sent>) {
  const echoes = verb(
    { name: "echo", who: anybody, takes: spec.body, throws: [], limits: { none: "a test" } },
    (_ctx, sent) => does(sent),
  );
  return storeRoute(spec, { verb: echoes, asks: ({ body }) => body, answers: (data) => ({ data }) });
}

const echo = routeTo(async (sent) => sent);
const json = (text: string) => JSON.stringify({ text });

describe("a body", () => {
  test("is accepted as any JSON media type, with any characters", async () => {
    for (const type of ["application/json", "APPLICATION/JSON; charset=utf-8", "application/problem+json"]) {
      const reply = await call(echo, { body: json("grüß 🧂"), headers: { "content-type": type } });
      expect(reply.body).toEqual({ data: { text: "grüß 🧂" }, message: "Success", statusCode: 200 });
    }
  });

  test.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/jsonp",
    "",
  ])("of another kind, %j: 415 UNSUPPORTED_MEDIA_TYPE", async (type) => {
    const reply = await call(echo, { body: json("hello"), headers: { "content-type": type } });
    expectFailure(reply, "unsupported_media_type", "Send application/json");
  });

  test.each(["{", '{"text":"a"', "{'text':'a'}", "\u0000", '{"text":"a"} {}', "undefined", "NaN"])(
    "that is not JSON, %j: 400 VALIDATION_ERROR",
    async (body) => {
      const message = "The body is not valid JSON";
      expectFailure(await call(echo, { body }), "validation_failed", message, [{ path: "", message }]);
    },
  );

  test.each(["1", '"text"', "[]", "true"])(
    "that is not an object, %s: 400 VALIDATION_ERROR",
    async (body) => {
      expectInvalid(await call(echo, { body }), "");
    },
  );

  test("that is missing or null counts as an empty object", async () => {
    expectInvalid(await call(echo), "text");
    for (const body of ["", "null"]) expectInvalid(await call(echo, { body }), "text");
  });

  test("of 100 KB is read; one byte more is 413 PAYLOAD_TOO_LARGE", async () => {
    const fill = maxBodyBytes - json("").length;
    expect((await call(echo, { body: json("a".repeat(fill)) })).status).toBe(200);
    const message = "A body holds at most 100 KB";
    expectFailure(await call(echo, { body: json("a".repeat(fill + 1)) }), "payload_too_large", message);
    // Fewer characters than bytes.
    expectFailure(await call(echo, { body: json("🧂".repeat(fill / 3)) }), "payload_too_large", message);
  });

  test("without a length is read no further once it is too large", async () => {
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1024;
        if (sent > maxBodyBytes * 4) return controller.close();
        controller.enqueue(new Uint8Array(1024).fill(32));
      },
    });
    const headers = { "content-type": "application/json" };
    const init = { method: "POST", body, headers, duplex: "half" };
    const response = await answer(echo, new Request("http://localhost:3000/store/echo", init));
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(maxBodyBytes * 2);
  });

  test.each([
    ["with", { "content-length": "100" }],
    ["without", undefined],
  ])("%s a length that breaks off is the client's fault, and no error in the log", async (_what, length) => {
    const error = vi.spyOn(log, "error");
    const reset = Object.assign(new Error("aborted"), { code: "ECONNRESET" });
    const body = new ReadableStream({ pull: (controller) => controller.error(reset) });
    const headers = { "content-type": "application/json", ...length };
    const init = { method: "POST", body, headers, duplex: "half" };
    const response = await answer(echo, new Request("http://localhost:3000/store/echo", init));
    expect([response.status, (await response.json()).message]).toEqual([
      400,
      "The body of this request broke off",
    ]);
    expect(error).not.toHaveBeenCalled();
  });

  test("that claims to be too large is not read at all", async () => {
    const headers = { "content-length": String(maxBodyBytes + 1) };
    expect((await call(echo, { body: json("a"), headers })).status).toBe(413);
  });

  test("cannot pollute prototypes", async () => {
    const body = '{"text":"a","__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}';
    expect((await call(echo, { body })).body.data).toEqual({ text: "a" });
    expect(Object.hasOwn(Object.prototype, "admin")).toBe(false);
  });
});

describe("a request id", () => {
  test("from the caller is echoed in the header and in an error's body", async () => {
    for (const id of ["abcd1234", "A-b_c.9".repeat(9).slice(0, 64)]) {
      const reply = await call(echo, { headers: { "x-request-id": id } });
      expect(reply.headers.get("x-request-id")).toBe(id);
      expect(reply.body.requestId).toBe(id);
    }
  });

  test("is generated if it is missing or malformed", async () => {
    const made: (string | null)[] = [];
    for (const id of [undefined, "short", "x".repeat(65), "<script>alert(1)</script>", 'a"b"c"d"e"']) {
      const headers = id === undefined ? {} : { "x-request-id": id };
      made.push((await call(echo, { headers })).headers.get("x-request-id"));
    }
    for (const id of made) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/);
    expect(new Set(made).size).toBe(made.length);
  });
});

describe("internal errors stay internal", () => {
  const secret = "password=hunter2";
  const failing = (thrown: unknown) =>
    routeTo(async () => {
      throw thrown;
    });

  test.each<[string, unknown]>([
    ["an error", new Error(secret)],
    ["an error with a cause", new Error("outer", { cause: new Error(secret) })],
    ["a text", secret],
    ["nothing", undefined],
    ["an object", { message: secret, details: secret, statusCode: 200 }],
  ])("%s: 500 INTERNAL_SERVER_ERROR, without details", async (_, thrown) => {
    const reply = await call(failing(thrown), { body: { text: "a" } });
    expectFailure(reply, "internal", "Something went wrong on our side");
    expect(reply.text).not.toContain("hunter2");
  });

  test("a statement that fails: 500 DATABASE_ERROR, without details", async () => {
    const broken = routeTo(async () => {
      await db.$queryRaw`select text from no_such_table where password = ${secret}`;
      return { text: "" };
    });
    const reply = await call(broken, { body: { text: "a" } });
    expectFailure(reply, "database_failed", "Something went wrong on our side");
  });

  test("a statement whose connection is ended: 503 SERVICE_UNAVAILABLE, and the next call is served", async () => {
    const kills = routeTo(async ({ text }) => {
      if (text === "kill") await db.$queryRaw`select pg_terminate_backend(pg_backend_pid())`;
      return { text: String(await db.product.count()) };
    });
    const reply = await call(kills, { body: { text: "kill" } });
    expectFailure(reply, "unavailable", /Try again in a moment/);
    expect(reply.headers.get("retry-after")).toBe("5");
    expect((await call(kills, { body: { text: "live" } })).status).toBe(200);
  });
});
