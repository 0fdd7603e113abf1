import { beforeEach, vi } from "vitest";
import { operatePayments } from "#scripts/payments/operate.ts";
import { atTheTill, pay } from "./checkout.ts";
import { openGateway } from "./gateway.ts";
import { offer } from "./offer.ts";

/** An operator at the command line of a shop that offers a gateway, and buyers who pay with it. */
export function startOperating() {
  const gateway = openGateway();
  offer(gateway.provider);
  const lines: string[] = [];
  beforeEach(() => {
    vi.spyOn(console, "log").mockImplementation((text: string) => void lines.push(text));
  });
  return {
    gateway,
    /** What the command prints. */
    async run(...args: string[]): Promise<string> {
      lines.length = 0;
      await operatePayments("npm run payments --", args);
      return lines.join("\n");
    },
    async buy(how: Parameters<typeof pay>[1] = {}) {
      const placed = await pay(await atTheTill(), { paymentMethod: "direct", ...how });
      if (placed.attempt) throw new Error("It leads elsewhere");
      const { id, orderNumber, totals } = placed.order;
      const session = gateway.sessions().at(-1);
      return {
        id,
        number: orderNumber,
        total: (totals.total / 100).toFixed(2),
        paymentId: session?.attemptId ?? "",
      };
    },
  };
}
