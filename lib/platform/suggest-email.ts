/** The most common mail domains. */
const common = [
  "gmail.com",
  "googlemail.com",
  "yahoo.com",
  "hotmail.com",
  "outlook.com",
  "icloud.com",
  "live.com",
  "msn.com",
  "aol.com",
  "proton.me",
  "protonmail.com",
  "comcast.net",
  "verizon.net",
  "mail.com",
  "gmx.de",
  "gmx.net",
  "web.de",
  "t-online.de",
  "yahoo.co.uk",
  "hotmail.co.uk",
  "yahoo.de",
  "hotmail.de",
  "outlook.de",
];

/**
 * The address that was probably meant: "ada@gmail.com" for "ada@gmial.com". Null unless the domain is a typo of exactly
 * one common domain.
 */
export function suggestEmail(email: string): string | null {
  const at = email.lastIndexOf("@");
  const domain = email.slice(at + 1).toLowerCase();
  if (at < 1 || domain.length > 40 || common.includes(domain)) return null;
  const near = common.filter((each) => isSlip(domain, each));
  return near.length === 1 ? `${email.slice(0, at)}@${near[0]}` : null;
}

/** Whether one letter is missing, too many, another one, or changed places with the next. */
function isSlip(typed: string, meant: string): boolean {
  const [short, long] = typed.length < meant.length ? [typed, meant] : [meant, typed];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = (text: string, from: number) => text.slice(start + from);
  if (short.length < long.length) return rest(short, 0) === rest(long, 1);
  const isSwapped = short[start] === long[start + 1] && short[start + 1] === long[start];
  return rest(short, 1) === rest(long, 1) || (isSwapped && rest(short, 2) === rest(long, 2));
}
