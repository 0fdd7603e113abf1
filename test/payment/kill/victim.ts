/** A process that is killed without warning, and started again as a supervisor would. */
export type Victim = {
  /** SIGKILL. Resolves when it is gone. */
  kill(): Promise<void>;
  /** Resolves when it is ready, however often it has to be tried. */
  start(): Promise<void>;
  /** Asks it to stop, and waits until it is gone. */
  stop(): Promise<void>;
  /** How often it ended without having been killed. */
  crashes(): number;
};
