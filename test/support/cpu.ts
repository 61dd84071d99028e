import { readFileSync } from 'node:fs';

/** Milliseconds a tick takes: Linux tells the CPU time of a process in hundredths of a second, on every machine. */
const tickMs = 10;

/** CPU that processes have used so far, in milliseconds; Linux tells it in /proc. */
export const cpuMs = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => {
    // Behind the name, which may hold spaces and ends with the last parenthesis: state is the first of these fields.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    return sum + (Number(fields[11]) + Number(fields[12])) * tickMs;
  }, 0);
