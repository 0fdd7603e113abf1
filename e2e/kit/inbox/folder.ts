import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { isSameAddress, type Mailbox, toMail } from "./mail.ts";

/** A folder in which each mail is a file whose name ends in `.eml`. */
export function mailFolder(folder: string): Mailbox {
  return {
    async mailsTo(to) {
      const entries = await readdir(folder).catch((cause) => {
        throw new Error(`INBOX names a folder that cannot be read: ${folder}`, { cause });
      });
      const names = entries.filter((name) => name.endsWith(".eml"));
      const files = await Promise.all(names.map((name) => readMail(join(folder, name))));
      return files
        .filter((file) => file.to.some((each) => isSameAddress(each, to)))
        .toSorted((one, other) => one.arrivedAt - other.arrivedAt || one.mail.id.localeCompare(other.mail.id))
        .map(({ mail }) => mail);
    },
  };
}

async function readMail(file: string) {
  const [content, { mtimeMs }] = await Promise.all([readFile(file), stat(file)]);
  const { subject = "", from, to = [], html = "", text = "" } = await PostalMime.parse(content);
  return {
    arrivedAt: mtimeMs,
    to: to.flatMap((each) => each.address ?? []),
    mail: toMail({ id: file, subject, from: from?.address ?? "", html, text }),
  };
}
