import { apiPageFile } from "#lib/dialects/api-page/index.ts";

type Context = { params: Promise<{ file: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const file = await apiPageFile((await params).file);
  if (!file) return new Response("Not found", { status: 404 });
  return new Response(file.content, {
    headers: {
      "content-type": file.type,
      "cache-control": "public, max-age=3600",
      "x-content-type-options": "nosniff",
    },
  });
}
