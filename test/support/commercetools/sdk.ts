import * as currentPlatform from "@commercetools/platform-sdk";
import * as currentClient from "@commercetools/ts-client";
import * as previousPlatform from "platform-sdk-8";
import * as previousClient from "ts-client-4";
import type { TestClient } from "./clients.ts";

const current = { ...currentPlatform, ...currentClient };
/** The tests use nothing in which the two majors differ, so they use the types of the current one. */
const previous = { ...previousPlatform, ...previousClient } as unknown as typeof current;

/** The supported versions of the official SDK, with their names. */
export const sdks = [
  ["ts-client 5, platform-sdk 9", current],
  ["ts-client 4, platform-sdk 8", previous],
] as const;

type Sdk = typeof current;
type TokenStore = currentClient.TokenStore;

const projectKey = "demo";
const shopScopes = ["view_products", "manage_my_orders", "manage_my_profile"].map(scope);
const serverScopes = ["view_products", "manage_orders", "manage_customers"].map(scope);

function scope(name: string): string {
  return `${name}:${projectKey}`;
}

/** `scopes` are those of a shop unless given. */
type Session = { anonymousId?: string; host: string; client: TestClient; scopes?: string[] };
type Builder = InstanceType<Sdk["ClientBuilder"]>;

/** A token cache as an app would have. `stored` is its last entry. */
export function tokenCache() {
  const cache = {
    stored: { token: "", expirationTime: 0 } as TokenStore,
    get: async () => cache.stored,
    set: async (store: TokenStore) => {
      cache.stored = store;
    },
  };
  return cache;
}

function authOptions({ host, client, anonymousId, ...session }: Session, standard: string[]) {
  const scopes = session.scopes?.map(scope) ?? standard;
  const credentials = { clientId: client.id, clientSecret: client.secret };
  return {
    host,
    projectKey,
    scopes,
    credentials: { ...credentials, ...(anonymousId !== undefined && { anonymousId }) },
  };
}

/** The SDK, authenticated by `authenticate`. */
function apiOf(sdk: Sdk, host: string, authenticate: (builder: Builder) => Builder) {
  const client = authenticate(new sdk.ClientBuilder().withProjectKey(projectKey))
    .withHttpMiddleware({ host, httpClient: fetch })
    .withCorrelationIdMiddleware()
    .withConcurrentModificationMiddleware()
    .build();
  return sdk.createApiBuilderFromCtpClient(client).withProjectKey({ projectKey });
}

export function anonymousApi(sdk: Sdk, session: Session, cache = tokenCache()) {
  return apiOf(sdk, session.host, (builder) =>
    builder.withAnonymousSessionFlow({ ...authOptions(session, shopScopes), tokenCache: cache }),
  );
}

export function serverApi(sdk: Sdk, session: Session) {
  return apiOf(sdk, session.host, (builder) =>
    builder.withClientCredentialsFlow(authOptions(session, serverScopes)),
  );
}

export function customerApi(sdk: Sdk, session: Session, user: { username: string; password: string }) {
  const { credentials, ...options } = authOptions(session, shopScopes);
  return apiOf(sdk, session.host, (builder) =>
    builder.withPasswordFlow({ ...options, credentials: { ...credentials, user } }),
  );
}

export function refreshedApi(sdk: Sdk, session: Session, refreshToken: string) {
  const { scopes: _, ...options } = authOptions(session, []);
  return apiOf(sdk, session.host, (builder) => builder.withRefreshTokenFlow({ ...options, refreshToken }));
}

export function tokenApi(sdk: Sdk, { host }: Session, token: string) {
  return apiOf(sdk, host, (builder) => builder.withExistingTokenFlow(`Bearer ${token}`, { force: true }));
}
