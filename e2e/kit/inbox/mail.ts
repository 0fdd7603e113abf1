/**
 * A received mail. `links` are the targets of its anchors, or the URLs in its text if it has no HTML. `text` is what its
 * HTML says if it has no text.
 */
export type Mail = {
  id: string;
  subject: string;
  from: string;
  html: string;
  text: string;
  links: string[];
};

/** A mailbox for tests: all mails to an address, oldest first. */
export type Mailbox = { mailsTo(to: string): Promise<Mail[]> };

export function toMail(mail: Omit<Mail, "links">): Mail {
  const { html, text } = mail;
  return { ...mail, text: text.trim() ? text : textIn(html), links: html ? anchors(html) : addresses(text) };
}

/** Compares domains without case, because mail servers may convert them to lower case. */
export function isSameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function anchors(html: string): string[] {
  const links = html.matchAll(/<a\s[^>]*href=(?:"([^"]+)"|'([^']+)')/gi);
  return [...links].map(([, quoted, single = ""]) => decoded(quoted ?? single));
}

function addresses(text: string): string[] {
  return [...text.matchAll(/https?:\/\/[^\s<>"]*[^\s<>"'.,:;!?)]/g)].map(([address]) => address);
}

function textIn(html: string): string {
  const shown = html.replace(/<(head|style|script)\b.*?<\/\1>/gis, "").replace(/<[^>]+>/g, " ");
  return decoded(shown).replace(/\s+/g, " ").trim();
}

function decoded(written: string): string {
  return written
    .replaceAll("&nbsp;", " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");
}
