import { checkReadiness } from "#lib/platform/database/readiness.ts";

/** 200 when this process should get requests, else 503. */
export async function GET(): Promise<Response> {
  const { ready, checks } = await checkReadiness();
  return Response.json(
    { status: ready ? "ready" : "not ready", checks },
    {
      status: ready ? 200 : 503,
      headers: { "cache-control": "no-store", "x-content-type-options": "nosniff" },
    },
  );
}

export const dynamic = "force-dynamic";
