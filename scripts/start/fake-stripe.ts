import { supervise } from "../process/supervise.ts";
import { choosePort } from "../state/ports.ts";
import { onFreePorts } from "./on-free-ports.ts";

type Options = { shopPort: number; onStop: (stop: () => Promise<void>) => void };

/** Starts the fake Stripe (test/fakes/stripe), which moves no money, and returns the shop's settings for it. */
export async function fakeStripe({ shopPort, onStop }: Options): Promise<Record<string, string>> {
  return onFreePorts("stripe", async (print) => {
    const port = await choosePort("stripe", 12_111);
    const settings = {
      STRIPE_SECRET_KEY: "sk_test_fake",
      STRIPE_WEBHOOK_SECRET: "whsec_fake",
      STRIPE_API_URL: `http://127.0.0.1:${port}`,
    };
    const webhook = `http://127.0.0.1:${shopPort}/webhooks/stripe`;
    const child = supervise({
      name: "stripe",
      args: [
        "test/fakes/stripe/main.ts",
        String(port),
        settings.STRIPE_SECRET_KEY,
        webhook,
        settings.STRIPE_WEBHOOK_SECRET,
      ],
      env: process.env,
      print,
    });
    onStop(() => child.stop(2_000));
    await child.ready;
    return settings;
  });
}
