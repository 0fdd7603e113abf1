import { setTimeout as sleep } from "node:timers/promises";
import { freePort, isFree } from "../process/free-port.ts";
import { Problem } from "../process/problem.ts";
import { recall, remember } from "./memory.ts";

const file = "ports.json";
type PortName = "web" | "postgres" | "smtp" | "mailbox" | "stripe";

/** The port that was last used, if any. */
export function rememberedPort(name: PortName): number | undefined {
  const port = Number(recall(file)[name]);
  return Number.isInteger(port) && port > 0 ? port : undefined;
}

/** The port of the last run; if that is taken or unknown, the first free one from `first` up to 50 above it. */
export async function choosePort(name: PortName, first: number): Promise<number> {
  const last = rememberedPort(name);
  if (last && (await isSoonFree(last))) return last;
  for (let port = first; port <= first + 50; port++) {
    if (await isFree(port)) return keep(name, port);
  }
  return keep(name, await freePort());
}

/**
 * The port of the shop: PORT if it is set (0: any free one), otherwise 3000 or the next free one. `command` is how the
 * shop was started.
 * @throws Problem if PORT is taken
 */
export async function webPort(command: string): Promise<number> {
  const wanted = process.env.PORT;
  if (!wanted) return choosePort("web", 3000);
  const port = Number(wanted);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Problem(
      `PORT is ${wanted}, which is not a port.`,
      "Set PORT to a number from 0 to 65535, or unset it.",
    );
  }
  if (port === 0) return keep("web", await freePort());
  if (await isSoonFree(port)) return keep("web", port);
  throw new Problem(
    `Port ${port} is taken by another program.`,
    `Stop that program, or start on another port: PORT=${port + 1} ${command}`,
  );
}

/** Processes of a killed run need a moment to notice and release their ports. */
async function isSoonFree(port: number): Promise<boolean> {
  for (let attempt = 0; attempt < 10; attempt++) {
    if (await isFree(port)) return true;
    await sleep(100);
  }
  return false;
}

function keep(name: PortName, port: number): number {
  remember(file, { [name]: port });
  return port;
}
