import { MailDev } from "maildev";
import { belongToLauncher } from "./process/belong.ts";
import { ownPagesOnly } from "./start/own-pages-only.ts";

// A mailbox for development, started by the launcher: node scripts/mailbox.ts <smtp port> <web port> <folder>
const [smtp, web, mailDirectory] = process.argv.slice(2);

// It prints a banner in spite of `silent`.
console.info = () => undefined;

const mailbox = new MailDev({
  smtp: Number(smtp),
  web: Number(web),
  ip: "127.0.0.1",
  webIp: "127.0.0.1",
  // Keeps the mails across restarts.
  mailDirectory: mailDirectory ?? "",
  maxEmails: 500,
  silent: true,
});
const launcher = belongToLauncher("mailbox", () => mailbox.stop());
const { api } = await mailbox.start();
if (api) ownPagesOnly(api.server.server);
launcher.ready();
