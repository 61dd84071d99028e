import { readFileSync } from 'node:fs';

/** The most memory a process had at any time, in bytes (on Linux). */
export const peakOf = (pid: number): number =>
  Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
