import { describe, expect, test } from "vitest";
import { meantPath, readConfirmation, readToken } from "./mailed-link.ts";

const token = "_bR4m0zZ-q9Kx2Vt8Ylc1N7sUe5HpWfDgA3jOi6Bk-0";
const half = [token.slice(0, 20), token.slice(20)] as const;

/** Changes that mail programs are known to make to a link. */
const touched: [string, (link: string) => string][] = [
  ...[".", ")", ">", ",", '"', "]", ";", "=", "%3E", "%253E", "%22%3E", ").", "&gt;", "%C2%A0", "\u201D"].map(
    (added): [string, (link: string) => string] => [`${added} behind it`, (link) => `${link}${added}`],
  ),
  ["angle brackets around it", (link) => `<${link}>`],
  ["percent-encoded angle brackets around it", (link) => `%3C${link}%3E`],
  ["blanks around it", (link) => ` ${link}%20`],
];

const broken = [
  "\n",
  "\r\n",
  " ",
  "%0D%0A",
  "%20",
  "=\r\n",
  "=%0A",
  "\u00AD",
  "%C2%AD",
  "\u200B",
  "%E2%80%8B",
];

describe("a token survives the changes of mail programs", () => {
  test.each(touched)("%s", (_, touch) => {
    expect(readToken(touch(token))).toBe(token);
  });

  test.each(broken)("broken by %j", (mark) => {
    expect(readToken(half.join(mark))).toBe(token);
  });

  test("an intact link stays as it is", () => {
    expect(readToken(token)).toBe(token);
    expect(meantPath(`/order-status/${token}`)).toBeNull();
  });
});

test.each([
  "",
  token.slice(1),
  `${token}A`,
  `${token}-`,
  `${token} and more`,
  `${token}${token}`,
  `${".".repeat(1_000)}${token}`,
  "\u00e9".repeat(43),
  "%E0%A4%A",
])("anything of another length or alphabet is not a token: %j", (given) => {
  expect(readToken(given)).toBeNull();
});

test("a damaged path of a mailed link is repaired, with its subpages", () => {
  const reset = token.slice(1, 8) + token.slice(9, 26);
  for (const below of ["", "/data", "/data/erase", "/data/download"]) {
    expect(meantPath(`/order-status/%3C${token}%3E${below}`)).toBe(`/order-status/${token}${below}`);
  }
  expect(meantPath(`/account/claim/${token}.`)).toBe(`/account/claim/${token}`);
  expect(meantPath(`/reset-password/${reset})`)).toBe(`/reset-password/${reset}`);
  for (const other of [
    "/",
    "/order-status",
    "/order-status/x.",
    `/products/${token}.`,
    `/reset-password/${token}.`,
  ])
    expect(meantPath(other)).toBeNull();
});

test("the token that confirms an address keeps its dots and loses added characters", () => {
  const jwt = "eyJhbGciOiJIUzI1NiJ9.eyJlbWFpbCI6ImFAZXhhbXBsZS5jb20ifQ.c2lnbmF0dXJl-_0";
  for (const given of [jwt, `${jwt}.`, `<${jwt}>`, `${jwt})`, jwt.replace(".e", ".\r\ne"), `${jwt}%22`]) {
    expect(readConfirmation(given)).toBe(jwt);
  }
  for (const given of ["", "a.b", "a.b.c.d", "..."]) expect(readConfirmation(given)).toBeNull();
});
