type Addresses = { shop: string; mailbox?: string | undefined; database: string };

/** The lines that end a start: where everything is. */
export function summary({ shop, mailbox, database }: Addresses): string {
  const lines = [
    ["Shop", shop],
    ["Mailbox", mailbox ?? "none: mail goes to the server in SMTP_URL"],
    ["API", `${shop}/docs`],
    ["Database", database],
  ];
  const text = lines.map(([name = "", address]) => `  ${name.padEnd(10)}${address}`).join("\n");
  return `\n${text}\n\nCtrl-C stops everything.\n`;
}
