/** 32 bytes in base64url: the tokens of our own links. */
const ownLength = 43;
/** better-auth's token in the password reset link. */
const resetLength = 24;

/** The pages that mails link to, with the length of each token. */
const linkedPages = [
  { path: /^(\/order-status\/)([^/]+)((?:\/.*)?)$/, length: ownLength },
  { path: /^(\/account\/claim\/)([^/]+)((?:\/.*)?)$/, length: ownLength },
  { path: /^(\/reset-password\/)([^/]+)((?:\/.*)?)$/, length: resetLength },
];

// Mail programs add only a few characters.
const longestGiven = 400;

/**
 * The token in a mailed link that may be damaged. Mail programs append a full stop, a bracket or a quotation mark,
 * encode characters, and break links across lines: characters that cannot be part of a token are dropped. Null unless
 * exactly `length` remain, so that there is only one reading.
 */
export function readToken(given: string, length = ownLength): string | null {
  if (given.length > longestGiven) return null;
  const token = unescaped(given).replace(/[^\w-]/g, "");
  return token.length === length ? token : null;
}

/** The JWT in the link that confirms an address; null if it is not one. */
export function readConfirmation(given: string): string | null {
  if (given.length > 4 * longestGiven) return null;
  const token = unescaped(given)
    .replace(/[^\w.-]/g, "")
    .replace(/^\.+|\.+$/g, "");
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token) ? token : null;
}

/** The intended path of a damaged link; null if `path` is intact, or not a page that we link to in mails. */
export function meantPath(path: string): string | null {
  for (const { path: pattern, length } of linkedPages) {
    const [, before = "", given = "", after = ""] = path.match(pattern) ?? [];
    const token = readToken(given, length);
    if (token && token !== given) return `${before}${token}${after}`;
  }
  return null;
}

/** Decodes percent-encoding, possibly applied twice, and character references such as "&gt;". */
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
