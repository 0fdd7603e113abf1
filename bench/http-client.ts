import { Agent, request } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

export type Answer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: unknown;
};

/** Sends JSON over a kept-alive connection. @throws for every status that is not `expected` */
export function send(
  url: string,
  method: string,
  expected: number,
  headers: Record<string, string>,
  body?: unknown,
): Promise<Answer> {
  const payload = body === undefined ? undefined : JSON.stringify(body);
  const typed =
    payload === undefined
      ? headers
      : {
          ...headers,
          "content-type": "application/json",
          "content-length": String(Buffer.byteLength(payload)),
        };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, headers: typed }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        const status = response.statusCode ?? 0;
        if (status !== expected)
          reject(new Error(`${method} ${new URL(url).pathname}: ${status} ${text.slice(0, 200)}`));
        else resolve({ status, headers: response.headers, body: JSON.parse(text) });
      });
    });
    sent.on("error", reject);
    sent.end(payload);
  });
}
