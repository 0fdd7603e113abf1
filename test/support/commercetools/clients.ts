import { randomUUID } from "node:crypto";
import { db } from "#lib/platform/db.ts";
import { sha256 } from "#lib/platform/secrets.ts";
import { developmentClient } from "#prisma/seed/api-client.ts";

export type TestClient = { id: string; secret: string };

/** An API client of its own; with every scope of the development client unless said otherwise. */
export async function makeClient(
  input: { scopes?: string[]; accessTokenSeconds?: number; refreshTokenSeconds?: number } = {},
): Promise<TestClient> {
  const { scopes = [...developmentClient.scopes], ...seconds } = input;
  const client = { id: `client-${randomUUID()}`, secret: randomUUID() };
  await db.apiClient.create({
    data: { id: client.id, name: "Test", secretHash: sha256(client.secret), scopes, ...seconds },
  });
  return client;
}
