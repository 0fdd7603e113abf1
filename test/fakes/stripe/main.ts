import { belongToLauncher } from "#scripts/process/belong.ts";
import { startFakeStripe } from "./index.ts";

// A Stripe for development, started by the launcher: node test/fakes/stripe/main.ts <port> <key> <webhook> <secret>
const [port, secretKey = "", url = "", secret = ""] = process.argv.slice(2);
const fake = await startFakeStripe({ port: Number(port), secretKey, webhook: { url, secret } });
belongToLauncher("stripe", fake.close).ready();
