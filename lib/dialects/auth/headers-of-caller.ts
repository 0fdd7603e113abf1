/**
 * The headers for better-auth, without Sec-Fetch-Mode if a program sent it. better-auth treats a caller with any
 * Sec-Fetch header as a browser and requires an Origin; but Node's fetch sends this one, without an Origin. A browser
 * also sends Sec-Fetch-Site.
 */
export function headersOfCaller(sent: Headers): Headers {
  if (!sent.has("sec-fetch-mode") || sent.has("sec-fetch-site")) return sent;
  const headers = new Headers(sent);
  headers.delete("sec-fetch-mode");
  return headers;
}
