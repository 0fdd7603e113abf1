import { paymentsUsage } from "./payments/usage.ts";
import { runWithShop } from "./process/run-with-shop.ts";

// npm run payments: lists the payments that need attention. npm run payments -- show, refund, capture, received, release
// or cancel: see payments/operate.ts.
await runWithShop("npm run payments", paymentsUsage, async () => {
  const { operatePayments } = await import("./payments/operate.ts");
  return operatePayments;
});
