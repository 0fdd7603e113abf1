type Addresses = {
  shop: string;
  mailbox?: string | undefined;
  /** The Stripe that moves no money, when it was asked for. */
  stripe?: string | undefined;
  database: string;
  /** The commercetools dialect's project and, when the database has one, its development client. */
  project: string;
  client: string | null;
};

/** The lines that end a start: where everything is. */
export function summary({ shop, mailbox, stripe, database, project, client }: Addresses): string {
  const lines = [
    ["Shop", shop],
    ["Mailbox", mailbox ?? "none: mail goes to the server in SMTP_URL"],
    ...(stripe ? [["Stripe", `${stripe}, a fake one: no money moves`]] : []),
    ["API", `${shop}/docs`],
    ["commercetools", `${shop}/commercetools, project ${project}`],
    ...(client ? [["", `client ${client}`]] : []),
    ["Database", database],
  ];
  const text = lines.map(([name = "", address]) => `  ${name.padEnd(15)}${address}`).join("\n");
  return `\n${text}\n\nCtrl-C stops everything.\n`;
}
