/** As long as 32 bytes are in base64url: the tokens of our own links. */
const ownLength = 43;
/** better-auth's own, in the link that leads to a new password. */
const resetLength = 24;

/** The addresses that mails lead to, with the length of the token in each. */
const linkedPages = [
  { path: /^(\/order-status\/)([^/]+)((?:\/.*)?)$/, length: ownLength },
  { path: /^(\/account\/claim\/)([^/]+)((?:\/.*)?)$/, length: ownLength },
  { path: /^(\/reset-password\/)([^/]+)((?:\/.*)?)$/, length: resetLength },
];

// Nobody's mail program adds more than a few characters.
const longestGiven = 400;

/**
 * The token in what has arrived of a mailed link. Mail programs put a full stop, a bracket or a quotation mark behind
 * it, percent signs and character references in their place, and break it over lines: whatever cannot be part of a
 * token is left out. Null unless exactly `length` characters remain, so that there is never a second reading.
 */
export function readToken(given: string, length = ownLength): string | null {
  if (given.length > longestGiven) return null;
  const token = unescaped(given).replace(/[^\w-]/g, "");
  return token.length === length ? token : null;
}

/** The token of the link that confirms an address: three parts with dots between, a JWT. Null when it is none. */
export function readConfirmation(given: string): string | null {
  if (given.length > 4 * longestGiven) return null;
  const token = unescaped(given)
    .replace(/[^\w.-]/g, "")
    .replace(/^\.+|\.+$/g, "");
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token) ? token : null;
}

/** Where the link that led to `path` was meant to lead; null when it led there, or nowhere that we mail. */
export function meantPath(path: string): string | null {
  for (const { path: pattern, length } of linkedPages) {
    const [, before = "", given = "", after = ""] = path.match(pattern) ?? [];
    const token = readToken(given, length);
    if (token && token !== given) return `${before}${token}${after}`;
  }
  return null;
}

/** Without percent signs, which may have been put in twice, and without character references such as "&gt;". */
function unescaped(given: string): string {
  return decoded(decoded(given)).replace(/&#?\w{1,8};/g, "");
}

function decoded(given: string): string {
  try {
    return decodeURIComponent(given);
  } catch {
    return given;
  }
}
