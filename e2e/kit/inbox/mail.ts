/** A received mail. `links` are the targets of its anchors, or the URLs in its text if it has no HTML. */
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
  return { ...mail, links: mail.html ? anchors(mail.html) : addresses(mail.text) };
}

/** Compares domains without case, because mail servers may convert them to lower case. */
export function isSameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function anchors(html: string): string[] {
  return [...html.matchAll(/<a\s[^>]*href="([^"]+)"/gi)].map(([, target = ""]) => decoded(target));
}

function addresses(text: string): string[] {
  return [...text.matchAll(/https?:\/\/\S+/g)].map(([address]) => address);
}

function decoded(attribute: string): string {
  return attribute.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
}
