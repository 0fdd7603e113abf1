import * as z from "zod";
import { fetchJson } from "./fetch-json.ts";
import { isSameAddress, type Mailbox, toMail } from "./mail.ts";

const address = z.object({ Address: z.string() });
const found = z.object({
  messages: z.array(z.object({ ID: z.string(), To: z.array(address).nullable() })),
});
const message = z.object({
  ID: z.string(),
  Subject: z.string(),
  From: address.nullable(),
  HTML: z.string(),
  Text: z.string(),
});

/** Mailpit, by its REST interface, version 1. `url` is the URL of its web page. */
export function mailpit(url: string): Mailbox {
  const read = <T>(path: string, schema: z.ZodType<T>) => fetchJson(`${url}/api/v1/${path}`, schema);
  return {
    async mailsTo(to) {
      const query = encodeURIComponent(`to:"${to}"`);
      const { messages } = await read(`search?query=${query}&limit=100`, found);
      // The search also matches parts of addresses, and returns the newest first.
      const own = messages.filter((each) => each.To?.some(({ Address }) => isSameAddress(Address, to)));
      const mails = await Promise.all(own.toReversed().map(({ ID }) => read(`message/${ID}`, message)));
      return mails.map((mail) =>
        toMail({
          id: mail.ID,
          subject: mail.Subject,
          from: mail.From?.Address ?? "",
          html: mail.HTML,
          text: mail.Text,
        }),
      );
    },
  };
}
