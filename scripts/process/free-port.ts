import { createServer } from "node:net";

/** Whether the port is free, on loopback and on all addresses. */
export async function isFree(port: number): Promise<boolean> {
  for (const host of ["127.0.0.1", "0.0.0.0", "::"]) {
    if ((await claim(port, host)) === "taken") return false;
  }
  return true;
}

/** The preferred port if it is free, otherwise any free one. */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred && (await isFree(preferred))) return preferred;
  const port = await claim(0, "127.0.0.1");
  if (port === "taken") throw new Error("The system has no free port on 127.0.0.1.");
  return port;
}

/** Reserves a port until the returned function is called. */
export async function reserve(port: number): Promise<() => Promise<void>> {
  const server = createServer((socket) => socket.destroy());
  server.on("error", () => undefined);
  server.listen(port);
  return () => new Promise((resolve) => server.close(() => resolve()));
}

function claim(port: number, host: string): Promise<number | "taken"> {
  return new Promise((resolve) => {
    const server = createServer();
    // Other errors, such as a machine without IPv6, do not mean that the port is taken.
    server.once("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code === "EADDRINUSE" ? "taken" : port),
    );
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === "object" ? address.port : port));
    });
  });
}
