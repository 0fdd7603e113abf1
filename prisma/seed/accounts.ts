import { hashPassword } from "better-auth/crypto";
import { v7 } from "uuid";
import type { Prisma } from "../generated/client.ts";

/** The password of both demo accounts. */
const demoPassword = "saltmarsh-demo-1";

const customers = [
  {
    email: "ada@example.com",
    firstName: "Ada",
    lastName: "Merrow",
    memberForDays: 140,
    address: {
      line1: "14 Harbor Lane",
      city: "Portland",
      region: "ME",
      postalCode: "04101",
      country: "US",
      phone: "+12075550142",
    },
  },
  {
    email: "grace@example.com",
    firstName: "Grace",
    lastName: "Holm",
    memberForDays: 75,
    address: {
      line1: "220 Juniper Street",
      city: "Santa Fe",
      region: "NM",
      postalCode: "87501",
      country: "US",
      phone: "+15055550117",
    },
  },
];

/** The data of an account that its orders need. */
export type Customer = (typeof customers)[number] & { id: string; name: string };

/** Writes the demo accounts with password and address book. Returns them by email address. */
export async function seedAccounts(tx: Prisma.TransactionClient, now: Date): Promise<Map<string, Customer>> {
  const seeded = new Map<string, Customer>();
  for (const customer of customers) {
    const { email, firstName, lastName, memberForDays, address } = customer;
    const createdAt = new Date(now.getTime() - memberForDays * 86_400_000);
    const times = { createdAt, updatedAt: createdAt };
    const id = v7({ msecs: createdAt.getTime() });
    const name = `${firstName} ${lastName}`;
    await tx.user.create({
      data: {
        id,
        email,
        name,
        firstName,
        lastName,
        emailVerified: true,
        ownerProvenAt: times.createdAt,
        ...times,
      },
    });
    await tx.account.create({
      data: {
        id: v7(),
        userId: id,
        accountId: id,
        providerId: "credential",
        password: await hashPassword(demoPassword),
        ...times,
      },
    });
    await tx.customerAddress.create({
      data: {
        id: v7(),
        userId: id,
        firstName,
        lastName,
        fullAddress: address.line1,
        city: address.city,
        pincode: address.postalCode,
        state: address.region,
        phone: address.phone,
        country: address.country,
        isDefault: true,
        ...times,
      },
    });
    seeded.set(email, { ...customer, id, name });
  }
  return seeded;
}
