import { createServer } from "node:net";
import { describe, expect, test, vi } from "vitest";

// A port that was just free, so that nothing listens there. Set before anything reads the configuration.
const port = await new Promise<number>((resolve) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const address = server.address();
    server.close(() => resolve(typeof address === "object" && address ? address.port : 1));
  });
});
process.env.DATABASE_URL = `postgresql://nobody:secret@127.0.0.1:${port}/nothing`;
process.env.RATE_LIMITS = "on";
const { call } = await import("#test/support/call.ts");
const { expectFailure } = await import("#test/support/expect.ts");
const { sampleOf } = await import("#test/support/samples.ts");
const { authRequest } = await import("#test/support/sessions.ts");
const { allStoreRoutes: routes } = await import("#test/support/store-routes.ts");
const { POST: auth } = await import("#app/auth/[...all]/route.ts");
const { GET: healthz } = await import("#app/healthz/route.ts");
const { GET: readyz } = await import("#app/readyz/route.ts");

const session = { token: "a-token-of-some-session", userId: "" };

describe("with the database down", () => {
  test.each(routes.map((route) => [route.id, route] as const))(
    "%s answers 503 with Retry-After",
    async (id, route) => {
      const printed = vi.spyOn(console, "error");
      const reply = await call(route, { session, cart: "x".repeat(43), ...sampleOf(id) });
      expectFailure(reply, "unavailable", /Try again in a moment\.$/);
      expect(reply.headers.get("retry-after")).toBe("5");
      expect(printed).not.toHaveBeenCalled();
      printed.mockRestore();
    },
  );

  test("starting a guest session answers 503 with Retry-After", async () => {
    const printed = vi.spyOn(console, "error");
    const response = await auth(authRequest("/auth/sign-in/anonymous"));
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("5");
    expect(await response.json()).toMatchObject({ statusCode: 503, errorCode: "SERVICE_UNAVAILABLE" });
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
  });

  test("the process is healthy and not ready", async () => {
    expect(healthz().status).toBe(200);
    const response = await readyz();
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      status: "not ready",
      checks: { database: false, migrations: false, accepting: true },
    });
  });
});
