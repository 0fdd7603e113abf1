import { Agent, request } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

export type Answer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: unknown;
};

type Sent = {
  url: string;
  method: string;
  expected: number;
  headers: Record<string, string>;
  payload?: string;
};

/** Sends JSON over a keep-alive connection. @throws for a status other than `expected` */
export function send(
  url: string,
  method: string,
  expected: number,
  headers: Record<string, string>,
  body?: unknown,
): Promise<Answer> {
  if (body === undefined) return exchange({ url, method, expected, headers });
  return exchange({
    url,
    method,
    expected,
    headers: { ...headers, "content-type": "application/json" },
    payload: JSON.stringify(body),
  });
}

/** Posts a form and expects a 200. */
export function sendForm(url: string, headers: Record<string, string>, payload: string): Promise<Answer> {
  return exchange({
    url,
    method: "POST",
    expected: 200,
    headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
    payload,
  });
}

function exchange({ url, method, expected, headers, payload }: Sent): Promise<Answer> {
  const measured =
    payload === undefined ? headers : { ...headers, "content-length": String(Buffer.byteLength(payload)) };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, headers: measured }, (response) => {
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
