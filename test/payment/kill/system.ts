import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { buildApp, productionFolder } from "#scripts/build/app.ts";
import { run } from "#scripts/build/run.ts";
import { prepareDatabase } from "#scripts/migrations/prepare.ts";
import { placeFor } from "#scripts/postgres/place.ts";
import { stopLeftover } from "#scripts/postgres/postmaster.ts";
import { clusterUrl } from "#scripts/postgres/url.ts";
import { withClient } from "#scripts/postgres/with-client.ts";
import { freePort } from "#scripts/process/free-port.ts";
import { dataPath } from "#scripts/state/folder.ts";
import { type FakeStripe, startFakeStripe } from "#test/fakes/stripe/index.ts";
import { type SmtpSink, startSmtpSink } from "#test/mail/smtp-sink.ts";
import { createDatabase } from "#test/surroundings/database.ts";
import { postgres } from "./database.ts";
import type { CaptureTime } from "./journeys.ts";
import { type KillSwitch, newKillSwitch } from "./kill-switch.ts";
import { program } from "./program.ts";
import { startRelay } from "./relay.ts";
import type { Victim } from "./victim.ts";

export const victimNames = ["web", "worker", "database"] as const;
export type VictimName = (typeof victimNames)[number];

/** The stock of every product at the start. */
export const plentiful = 1_000_000;

const password = "kill";
const webhookSecret = "whsec_of_the_kill";

/** The built shop with all that it needs. The fake Stripe and the mailbox run in this process, and are not killed. */
export type System = {
  shopUrl: string;
  databaseUrl: string;
  victims: Record<VictimName, Victim>;
  stripe: FakeStripe;
  mailbox: SmtpSink;
  killSwitch: KillSwitch;
  /** Reports a moment to the kill switch. */
  reached: KillSwitch["reached"];
  /** Restarts the web server with this setting. */
  capture(when: CaptureTime): Promise<void>;
  stop(): Promise<void>;
};

/** Starts everything on a new database. `random` decides which calls are lost with the process that is killed. */
export async function startSystem(random: () => number): Promise<System> {
  await buildApp();
  const database = await freshCluster();
  await database.start();
  const maintenance = clusterUrl(database.port(), password, "postgres");
  await createDatabase(maintenance, "shop");
  const databaseUrl = clusterUrl(database.port(), password, "shop");
  const [stripe, mailbox, port] = await Promise.all([startFakeStripe(), startSmtpSink(), freePort()]);
  const shopUrl = `http://localhost:${port}`;
  const killSwitch = newKillSwitch();
  const relay = await startRelay({
    stripeUrl: stripe.url,
    shopUrl: `http://127.0.0.1:${port}`,
    reached: killSwitch.reached,
    loses: () => random() < 0.5,
  });
  await stripe.control("webhook", { url: `${relay.url}/webhooks/stripe`, secret: webhookSecret });

  let CAPTURE: CaptureTime = "on-placement";
  const env = () => ({
    ...process.env,
    NODE_ENV: "production" as const,
    PORT: String(port),
    STOREFRONT_URL: shopUrl,
    DATABASE_URL: databaseUrl,
    SMTP_URL: `smtp://127.0.0.1:${mailbox.port}`,
    ...secrets,
    STRIPE_SECRET_KEY: stripe.secretKey,
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_API_URL: relay.url,
    CAPTURE,
    RATE_LIMITS: "off",
    LOG_LEVEL: "warn",
  });
  await prepareDatabase(databaseUrl);
  await run(["prisma/seed/index.ts"], { name: "The seed", remedy: "Correct prisma/seed.", env: env() });
  await withClient(databaseUrl, (client) => client.query("update stock set quantity = $1", [plentiful]));

  const built = (name: string) =>
    program(join(productionFolder, `${name}.js`), dataPath("kill", `${name}.log`), env);
  const victims = { web: built("web"), worker: built("worker"), database };
  await Promise.all([victims.web.start(), victims.worker.start()]);
  async function stop(): Promise<void> {
    await Promise.all([victims.web.stop(), victims.worker.stop()]);
    await Promise.all([relay.close(), stripe.close(), mailbox.stop()]);
    await database.stop();
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void stop().finally(() => process.exit(1)));
  return {
    shopUrl,
    databaseUrl,
    victims,
    stripe,
    mailbox,
    killSwitch,
    reached: killSwitch.reached,
    async capture(when) {
      if (when === CAPTURE) return;
      CAPTURE = when;
      await victims.web.stop();
      await victims.web.start();
    },
    stop,
  };
}

const secrets = {
  BETTER_AUTH_SECRET: randomBytes(32).toString("hex"),
  GUEST_LINK_SECRET: randomBytes(32).toString("hex"),
};

async function freshCluster() {
  const dataDir = dataPath("kill", "postgres");
  await stopLeftover(placeFor(dataDir).dataDir);
  rmSync(placeFor(dataDir).dataDir, { recursive: true, force: true });
  for (const name of ["web.log", "worker.log", "postgres.log"])
    rmSync(dataPath("kill", name), { force: true });
  return postgres({ dataDir, logFile: dataPath("kill", "postgres.log"), port: () => freePort(), password });
}
