import { eraseUsage } from "./erase/usage.ts";
import { runWithShop } from "./process/run-with-shop.ts";

// npm run erase -- <email address>: erases what people left as guests with this address: see erase/erase-address.ts.
await runWithShop("npm run erase", eraseUsage, async () => {
  const { eraseAddress } = await import("./erase/erase-address.ts");
  return eraseAddress;
});
