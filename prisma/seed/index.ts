import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "../generated/client.ts";
import { seedAccounts } from "./accounts.ts";
import { seedApiClient } from "./api-client.ts";
import { seedCatalogue } from "./catalogue/catalogue.ts";
import { seedDiscounts } from "./discounts.ts";
import { seedOrders } from "./orders/orders.ts";
import { seedShipping } from "./shipping.ts";

const untouched = "The database already has products, and stays as it is.";

/**
 * Fills an empty database with the demo shop: catalogue, shipping, coupons, and two accounts with orders.
 * Runs in one transaction, and does nothing if there are products already, so it can run at every start. Returns a
 * sentence about what it did.
 */
export async function seed(): Promise<string> {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error("DATABASE_URL says which database to seed, and it is not set");
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString }) });
  try {
    return await prisma.$transaction(
      async (tx) => {
        // Prisma writes times without their zone.
        await tx.$executeRaw`set local timezone = 'UTC'`;
        if ((await tx.product.count()) > 0) return untouched;
        const now = new Date();
        const sellables = await seedCatalogue(tx);
        const shipping = await seedShipping(tx);
        const discounts = await seedDiscounts(tx);
        const customers = await seedAccounts(tx, now);
        await seedApiClient(tx);
        await seedOrders(tx, { sellables, shipping, discounts, customers }, now);
        return "The database has the demo shop.";
      },
      { timeout: 60_000 },
    );
  } catch (error) {
    // Another process seeded at the same time and finished first, which is fine.
    if ((await prisma.product.count()) === 0) throw error;
    return untouched;
  } finally {
    await prisma.$disconnect();
  }
}

if (import.meta.main) process.stdout.write(`${await seed()}\n`);
