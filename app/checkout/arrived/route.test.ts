import { expect, test } from "vitest";
import { POST } from "./route.ts";

test("what is not a form is rejected: no failure of ours", async () => {
  for (const headers of [{}, { "content-type": "text/plain" }, { "content-type": "multipart/form-data" }]) {
    const url = "http://localhost:3000/checkout/arrived";
    const answer = await POST(new Request(url, { method: "POST", headers, body: "x" }));
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { error: "bad_request", message: "This is not a form", requestId: expect.any(String) },
    ]);
  }
});
