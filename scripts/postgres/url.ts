/** The URL of another database on the same server. */
export function databaseUrl(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${encodeURIComponent(database)}`;
  return address.href;
}

/** The URL of a database on our own cluster. */
export function clusterUrl(port: number, password: string, database: string): string {
  return `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** The location of a database without credentials, for messages. */
export function placeOf(url: string): { server: string; database: string } {
  const address = new URL(url);
  return { server: address.host, database: decodeURIComponent(address.pathname.slice(1)) };
}
