/**
 * The headers for better-auth, without Sec-Fetch-Mode if a program sent it. better-auth takes a caller with any of the
 * Sec-Fetch headers for a browser, and then requires an Origin; but fetch in Node sends this one, without an Origin. A
 * browser sends Sec-Fetch-Site with it.
 */
export function headersOfCaller(sent: Headers): Headers {
  if (!sent.has("sec-fetch-mode") || sent.has("sec-fetch-site")) return sent;
  const headers = new Headers(sent);
  headers.delete("sec-fetch-mode");
  return headers;
}
