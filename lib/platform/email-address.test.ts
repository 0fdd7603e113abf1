import fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "#test/support/any-text.ts";
import { holds } from "#test/support/property.ts";
import { quickly } from "#test/support/quickly.ts";
import { emailAddress, normalizeEmail } from "./email-address.ts";
import { hashEmail } from "./secrets.ts";

const accepts = (text: unknown) => emailAddress.safeParse(text).success;

test.each([
  "a@b.co",
  "first.last+tag@sub.example.com",
  "o'hara@example.museum",
  `${"a".repeat(64)}@example.com`,
  "UPPER@EXAMPLE.COM",
  "x_y-z=1@xn--bcher-kva.example",
  "-@1.a-b.example",
  `a@${"b".repeat(63)}.xn--p1ai`,
])("%s is an address", (text) => {
  expect(emailAddress.parse(` ${text}\n`)).toBe(text);
});

test.each([
  "",
  "a",
  "@example.com",
  "a@example",
  "a@b@example.com",
  "a b@example.com",
  "a@exam ple.com",
  '"a b"@example.com',
  '"a@evil.example x"@example.com',
  "a@example.com(evil.example)",
  "a@example.com, b@example.com",
  "A <a@example.com>",
  "a@[127.0.0.1]",
  "a@example.com\r\nBcc: b@example.com",
  "a\0@example.com",
  "a@ex\u2028ample.com",
  "ä@example.com",
  "ä@müller.example",
  "a@ex ämple.com",
  "a@ä@example.com",
  "a@müller",
  "a@-ä-.\u2028example",
  `a@${"ä.".repeat(80)}example`,
  `${"a".repeat(65)}@example.com`,
  `a@${"b".repeat(250)}.com`,
  "a@.example.com",
  "a@example..com",
  ".a@example.com",
  "a.@example.com",
  "a..b@example.com",
  "a@-example.com",
  "a@example-.com",
  "a@example.-com",
  `a@${"b".repeat(64)}.com`,
  "a@example.c",
  "a@example.123",
  "a@1.2.3.4",
])("%j is not an address", (text) => {
  expect(accepts(text)).toBe(false);
});

test.each([
  ["user@müller.example", "user@xn--mller-kva.example"],
  ["User@MÜLLER.example", "User@xn--mller-kva.example"],
  ["user@mu\u0308ller.example", "user@xn--mller-kva.example"],
  ["user@почта.рф", "user@xn--80a1acny.xn--p1ai"],
  ["user@例え。テスト", "user@xn--r8jz45g.xn--zckzah"],
  ["user@shop.bücher.example", "user@shop.xn--bcher-kva.example"],
])("%s is stored in ASCII: %s", (typed, kept) => {
  expect(emailAddress.parse(` ${typed} `)).toBe(kept);
  expect(emailAddress.parse(kept)).toBe(kept);
  expect(normalizeEmail(typed)).toBe(kept.toLowerCase());
  expect(hashEmail(typed)).toBe(hashEmail(kept));
});

test.each([
  "\u202Agale@example.com\u202C",
  "\u200Bgale@example.com",
  "gale\u2060@example.com",
  "\u200E gale@example.com\uFEFF",
])("%j, copied with invisible characters, is gale@example.com, for its limits too", (copied) => {
  expect(emailAddress.parse(copied)).toBe("gale@example.com");
  expect(hashEmail(copied)).toBe(hashEmail("gale@example.com"));
});

test("the limit of 254 characters applies to the ASCII form of the domain", () => {
  const domain = (labels: number) => Array.from({ length: labels }, () => "ä".repeat(20)).join(".");
  expect(accepts(`a@${domain(5)}.example`)).toBe(true);
  expect(accepts(`a@${domain(10)}.example`)).toBe(false);
});

test.each([[null], [undefined], [1], [["a@example.com"]], [{ email: "a@example.com" }]])(
  "%j is not a string",
  (value) => {
    expect(accepts(value)).toBe(false);
  },
);

test("accepted addresses are one line of ASCII with one @ and cannot inject a mail header", () => {
  const part = anyText({ maxLength: 30 });
  const near = fc.tuple(part, fc.constantFrom("@", " ", '"'), part).map(([a, b, c]) => `${a}${b}${c}.com`);
  holds(
    fc.property(fc.oneof(fc.emailAddress(), near, part), (text) => {
      const parsed = emailAddress.safeParse(text);
      if (!parsed.success) return;
      expect(parsed.data).toMatch(/^[\x21-\x7e]+@[A-Za-z0-9.-]+$/);
      expect(parsed.data.split("@")).toHaveLength(2);
      expect(parsed.data).not.toMatch(/[\s"(),:;<>[\\\]]/);
    }),
    2_000,
  );
});

test("100 kB of hostile text is rejected quickly", async () => {
  for (const text of [
    "a".repeat(100_000),
    `${"a.".repeat(50_000)}@b.c`,
    `a@${"b.".repeat(50_000)}`,
    "@".repeat(100_000),
    `a@${"ä.".repeat(50_000)}b`,
  ]) {
    expect(await quickly(() => accepts(text))).toBe(false);
  }
});

test("spellings of one mailbox share a key; different mailboxes do not", () => {
  expect(normalizeEmail("  Gale@Example.COM ")).toBe("gale@example.com");
  expect(hashEmail("Gale@Example.com")).toBe(hashEmail(" gale@example.COM"));
  expect(hashEmail("gale@example.com")).not.toBe(hashEmail("gale+1@example.com"));
  expect(hashEmail("gale@example.com")).toMatch(/^[0-9a-f]{64}$/);
});

test("full-width letters and signs are those of ASCII", () => {
  for (const typed of ["ａｄａ＠ｍａｉｌ．example", "ada＠mail.example", "ada@ｍａｉｌ。example"]) {
    expect(emailAddress.parse(typed)).toBe("ada@mail.example");
    expect(normalizeEmail(typed)).toBe("ada@mail.example");
  }
});
