import * as z from "zod";
import { fetchJson } from "./fetch-json.ts";
import { isSameAddress, type Mailbox, toMail } from "./mail.ts";

const address = z.object({ address: z.string() });
const stored = z.object({
  id: z.string(),
  subject: z.string().default(""),
  html: z.string().default(""),
  text: z.string().default(""),
  from: z.array(address).default([]),
  to: z.array(address).default([]),
});

/** maildev 3, by its REST interface. `url` is the URL of its web page. */
export function maildev(url: string): Mailbox {
  return {
    async mailsTo(to) {
      // It compares case-sensitively, and stores the domain in lower case.
      const [name, domain = ""] = to.split("@");
      const wanted = encodeURIComponent(`${name}@${domain.toLowerCase()}`);
      const mails = await fetchJson(`${url}/api/email?to.address=${wanted}`, z.array(stored));
      return mails
        .filter((mail) => mail.to.some((each) => isSameAddress(each.address, to)))
        .map(({ from, to: _, ...mail }) => toMail({ ...mail, from: from[0]?.address ?? "" }));
    },
  };
}
