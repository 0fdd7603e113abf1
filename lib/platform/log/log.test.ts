import { afterAll, expect, test, vi } from "vitest";
import { captureOutput } from "#test/support/output.ts";

// The configuration is read on the first import that needs it.
process.env.LOG_LEVEL = "trace";
const { told, pieces } = await captureOutput();
const { log } = await import("./log.ts");

afterAll(() => vi.restoreAllMocks());

test("a secret in a field with a private name is redacted at any depth", async () => {
  const value = "must-not-be-seen";
  const before = pieces();
  const person = { email: value, phone: value, name: value, address: { line1: value }, contact: [value] };
  const call = { headers: { cookie: value, authorization: value, deeper: [{ still: { password: value } }] } };
  const error = Object.assign(new Error(value, { cause: new Error(value) }), { code: "E_CODE", value });
  log.info({ ...person, token: value, user: person, people: [person], call });
  log.info({ later: { toJSON: () => person }, failed: { error, all: [error] } });
  log.info("with values %j %o %s", person, call, error);
  log.error({ err: error });
  log.error({ err: value });
  const all = told(before);
  expect(all).toContain('"token":"[redacted]"');
  expect(all).toContain('"deeper":[{"still":{"password":"[redacted]"}}]');
  expect(all).toContain("E_CODE");
  expect(all).toContain('"err":{"type":"string"}');
  expect(all).not.toContain(value);
});

test("harmless values are logged as they are, and circular ones end", async () => {
  const before = pieces();
  const endless: Record<string, unknown> = { id: 1 };
  endless.self = endless;
  const at = new Date(0);
  log.info(
    { at, list: [1, "two", null, true], nothing: undefined, payload: { orderId: "o" }, endless },
    "%d %s",
    1,
    "x",
  );
  expect(JSON.parse(told(before))).toMatchObject({
    at: at.toISOString(),
    list: [1, "two", null, true],
    payload: { orderId: "o" },
    endless: { id: 1, self: { id: 1 } },
    msg: "1 x",
  });
});

test("values that an error quotes are left out, even if they look like a stack frame or an error code", async () => {
  const value = "must-not-be-seen@example.com";
  const before = pieces();
  const cause = new Error(`refused:\n    at ${value} (somewhere.ts:1:1)`);
  log.error({ err: Object.assign(new Error(value, { cause }), { code: value, name: `${value} twice` }) });
  const { err } = JSON.parse(told(before));
  expect(JSON.stringify(err)).not.toContain(value);
  expect(err.stack).toMatch(/^ +at .*log\.test\.ts/);
});

test("a mail server that cannot be reached is logged with the reason", async () => {
  const before = pieces();
  log.error({
    err: Object.assign(new Error("connect"), { code: "ESOCKET", originalCode: "CERT_HAS_EXPIRED" }),
  });
  expect(JSON.parse(told(before)).err).toMatchObject({ code: "ESOCKET", originalCode: "CERT_HAS_EXPIRED" });
});

test("a lost connection to the database is named, and a text that only resembles it is not", async () => {
  const before = pieces();
  log.error({ err: { message: "Connection terminated unexpectedly", stack: "" } }, "queue failed");
  log.error({ err: new Error("Connection terminated by ada@mail.example") });
  const all = told(before);
  expect(all).toContain('"code":"CONNECTION_LOST"');
  expect(all).not.toContain("ada");
});

test("a copy of an error is logged like the error", async () => {
  const before = pieces();
  const { message, stack } = new Error("must-not-be-seen");
  log.error({ err: { code: "57P01", message, stack, queue: "payments" } });
  const { err } = JSON.parse(told(before));
  expect(err).toEqual({ code: "57P01", stack: expect.stringMatching(/^ +at .*log\.test\.ts/) });
});

test("better-auth's reports are logged by kind only", async () => {
  const { logReport } = await import("#lib/accounts/auth/log-report.ts");
  const before = pieces();
  logReport("error", "Invalid callbackURL: https://must-not-be-seen.example", "must-not-be-seen");
  logReport("error", "must-not-be-seen", new Error("must-not-be-seen"));
  const lines = told(before)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines).toMatchObject([
    { source: "better-auth", kind: "Invalid callbackURL" },
    { source: "better-auth", kind: "other", err: { type: "Error" } },
  ]);
  expect(JSON.stringify(lines)).not.toContain("must-not-be-seen");
});
