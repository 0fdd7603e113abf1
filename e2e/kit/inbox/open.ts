import { fileURLToPath } from "node:url";
import { mailFolder } from "./folder.ts";
import type { Mailbox } from "./mail.ts";
import { maildev } from "./maildev.ts";
import { mailpit } from "./mailpit.ts";

/**
 * The mailbox that INBOX names: `maildev+http://…` or `mailpit+http://…`, the URL of its web page, or `file:///…`, a
 * folder of .eml files. Plain `http://…` is maildev. @throws for anything else
 */
export function openMailbox(inbox: string): Mailbox {
  if (inbox.startsWith("file:///")) return mailFolder(fileURLToPath(inbox));
  const [, kind = "maildev", url] = /^(?:(maildev|mailpit)\+)?(https?:\/\/.+?)\/*$/.exec(inbox) ?? [];
  if (!url)
    throw new Error(
      `INBOX is of no known kind: ${inbox}. Give maildev+http://…, mailpit+http://… or file:///….`,
    );
  return kind === "mailpit" ? mailpit(url) : maildev(url);
}
