type Addresses = {
  shop: string;
  mailbox?: string | undefined;
  /** The URL of the fake Stripe, if it was started. */
  stripe?: string | undefined;
  database: string;
  /** The commercetools dialect's project and, if the database has one, its development client. */
  project: string;
  client: string | null;
};

/** The summary after a start: where everything is. */
export function summary({ shop, mailbox, stripe, database, project, client }: Addresses): string {
  const lines = [
    ["Shop", shop],
    ["Mailbox", mailbox ?? "none: mail goes to the server in SMTP_URL"],
    ...(stripe ? [["Stripe", `${stripe} (fake, no money moves)`]] : []),
    ["API", `${shop}/docs`],
    ["commercetools", `${shop}/commercetools, project ${project}`],
    ...(client ? [["", `client ${client}`]] : []),
    ["Database", database],
  ];
  const text = lines.map(([name = "", address]) => `  ${name.padEnd(15)}${address}`).join("\n");
  return `\n${text}\n\nCtrl-C stops everything.\n`;
}
