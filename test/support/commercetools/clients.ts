import { randomUUID } from "node:crypto";
import { mintTokens } from "#lib/accounts/api-access/index.ts";
import { asNobody } from "#lib/platform/context.ts";
import { db } from "#lib/platform/database/db.ts";
import { sha256 } from "#lib/platform/secrets.ts";
import { developmentClient } from "#prisma/seed/api-client.ts";

export type TestClient = { id: string; secret: string };

/** The development client's scopes, without the one that includes all others. */
const everyScope = developmentClient.scopes.filter((scope) => scope !== "manage_project");

/** Creates an API client, by default with every single scope of the development client. */
export async function makeClient(
  input: { scopes?: string[]; accessTokenSeconds?: number; refreshTokenSeconds?: number } = {},
): Promise<TestClient> {
  const { scopes = everyScope, ...seconds } = input;
  const client = { id: `client-${randomUUID()}`, secret: randomUUID() };
  await db.apiClient.create({
    data: { id: client.id, name: "Test", secretHash: sha256(client.secret), scopes, ...seconds },
  });
  return client;
}

/** A token of this dialect for a guest of the store API. */
export async function tokenFor(client: TestClient, userId: string) {
  const apiClient = await db.apiClient.findUniqueOrThrow({ where: { id: client.id } });
  const holder = { userId, anonymousId: userId };
  const scopes = ["manage_my_orders"];
  const { accessToken } = await mintTokens(asNobody, { client: apiClient, holder, sessionId: null, scopes });
  return accessToken;
}
