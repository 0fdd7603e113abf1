import { supervise } from "../process/supervise.ts";
import { dataPath } from "../state/folder.ts";
import { choosePort } from "../state/ports.ts";
import { onFreePorts } from "./on-free-ports.ts";

type Options = { onStop: (stop: () => Promise<void>) => void };

/** The mail server: the one in SMTP_URL, or our own mailbox with a web page. */
export async function mailbox({ onStop }: Options): Promise<{ smtpUrl: string; webUrl?: string }> {
  const given = process.env.SMTP_URL;
  if (given) return { smtpUrl: given };
  return onFreePorts("mailbox", async (print) => {
    const smtp = await choosePort("smtp", 1025);
    const web = await choosePort("mailbox", 1080);
    const child = supervise({
      name: "mailbox",
      args: ["scripts/mailbox.ts", String(smtp), String(web), dataPath("mail")],
      env: process.env,
      print,
    });
    onStop(() => child.stop(2_000));
    await child.ready;
    return { smtpUrl: `smtp://127.0.0.1:${smtp}`, webUrl: `http://127.0.0.1:${web}` };
  });
}
