import { join } from "node:path";
import { buildApp, productionFolder } from "../build/app.ts";
import { generateClient } from "../build/client.ts";
import { run } from "../build/run.ts";
import { prepareDatabase } from "../migrations/prepare.ts";
import { reserve } from "../process/free-port.ts";
import { printLine } from "../process/output.ts";
import { supervise } from "../process/supervise.ts";
import { checkConfiguration, configuration } from "../state/configuration.ts";
import { webPort } from "../state/ports.ts";
import { database } from "./database.ts";
import { seededClient } from "./development-client.ts";
import { fakeStripe } from "./fake-stripe.ts";
import { isEmpty } from "./is-empty.ts";
import { mailbox } from "./mailbox.ts";
import { nodeFlags } from "./node-flags.ts";
import { summary } from "./summary.ts";
import { timed } from "./timed.ts";
import { onSourceChange } from "./watch.ts";

type ShopOptions = {
  /** How it was started, for messages. */
  command: string;
  dev: boolean;
  /** Whether to start the fake Stripe next to the shop. */
  withStripe: boolean;
  /** Aborts the start. */
  signal: AbortSignal;
  /** Registers how to stop a part. Parts are stopped in reverse order. */
  onStop: (stop: () => Promise<void>) => void;
  /** Called if something fails for good after the start. */
  fail: (error: unknown) => void;
};

/** Starts the shop with everything it needs and prints its URLs. */
export async function startShop({
  command,
  dev,
  withStripe,
  signal,
  onStop,
  fail,
}: ShopOptions): Promise<void> {
  const step = <T>(name: string, work: () => Promise<T>) => {
    signal.throwIfAborted();
    return timed(name, work);
  };
  const port = await webPort(command);
  // A first start takes a while, and another checkout may start at the same time.
  const releasePort = await reserve(port);
  const databaseUrl = await step("database", () => database({ onStop, fail }));
  const mail = mailbox({ onStop });
  // Slow to load, so it runs in parallel with the next steps, which may fail before it is awaited.
  mail.catch(() => undefined);

  const stripe = withStripe ? await step("stripe", () => fakeStripe({ shopPort: port, onStop })) : {};
  const env = {
    ...configuration(databaseUrl),
    ...stripe,
    NODE_ENV: dev ? ("development" as const) : ("production" as const),
    PORT: String(port),
    STOREFRONT_URL: process.env.STOREFRONT_URL ?? `http://localhost:${port}`,
    // The demo card moves no money, so it is off for an external database.
    ...(!process.env.DATABASE_URL && { DEMO: process.env.DEMO ?? "on" }),
  };
  await checkConfiguration(env);
  await step("client", generateClient);
  if (!dev) await step("build", () => buildApp({ onStart: (kill) => onStop(async () => kill()) }));
  await step("migrations", () => prepareDatabase(databaseUrl));
  if (await isEmpty(databaseUrl)) await step("seed", () => seed(env));
  const { smtpUrl, webUrl } = await step("mailbox", () => mail);

  await releasePort();
  await step("web and worker", () => runPrograms({ ...env, SMTP_URL: smtpUrl }, { dev, onStop }));

  const project = process.env.COMMERCETOOLS_PROJECT_KEY ?? "demo";
  const client = await seededClient(databaseUrl);
  console.log(
    summary({
      shop: env.STOREFRONT_URL,
      mailbox: webUrl,
      stripe: stripe.STRIPE_API_URL,
      database: databaseUrl,
      project,
      client,
    }),
  );
}

/** Starts web server and worker, and restarts them if they end. Resolves when both are ready. */
async function runPrograms(
  env: NodeJS.ProcessEnv,
  { dev, onStop }: Pick<ShopOptions, "dev" | "onStop">,
): Promise<void> {
  const print = (name: string) => (line: string) => printLine(name, line);
  const worker = supervise({
    name: "worker",
    args: dev ? ["--import", "./scripts/process/jsx.ts", "scripts/worker.ts"] : built("worker"),
    env: { ...nodeFlags.worker.env, ...env },
    print: print("worker"),
  });
  const web = supervise({
    name: "web",
    args: dev ? ["scripts/web.ts"] : built("web"),
    env: { ...nodeFlags.web.env, ...env },
    print: print("web"),
  });
  onStop(async () => {
    await Promise.all([web.stop(11_000), worker.stop(11_000)]);
  });
  await Promise.all([web.ready, worker.ready]);
  if (dev) onStop(onSourceChange(["lib", "emails"], () => void worker.restart()));
}

const built = (program: keyof typeof nodeFlags) => [
  ...nodeFlags[program].flags,
  join(productionFolder, `${program}.js`),
];

async function seed(env: NodeJS.ProcessEnv): Promise<void> {
  await run(["prisma/seed/index.ts"], {
    name: "The seed",
    remedy: "Correct prisma/seed, then repeat the command.",
    env,
  });
}
