/** The logs of several processes as one, readable: who says it before what is said. */
import { createInterface } from 'node:readline';

const levels = { 10: 'trace', 20: 'debug', 30: 'info', 40: 'warn', 50: 'ERROR', 60: 'FATAL' };
const colours = [36, 32, 33, 35, 34, 96, 92, 93];

/** One line of a process's log: what a service writes as JSON is put in words, all else is left as it is. */
export const readable = (line) => {
  try {
    const { level, time, context, msg, err, ...rest } = JSON.parse(line);
    const more = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : '';
    const cause = err ? ` ${err.stack ?? err.message}` : '';
    const clock = new Date(time).toTimeString().slice(0, 8);
    return `${clock} ${levels[level] ?? level} ${context ? `${context}: ` : ''}${msg ?? ''}${more}${cause}`;
  } catch {
    return line;
  }
};

/** Prints every line of a stream with its process's name before it. */
export const printer = (width) => {
  let given = 0;
  return (name) => {
    const colour = colours[given++ % colours.length];
    const label = process.stdout.isTTY ? `\u001B[${colour}m${name.padEnd(width)}\u001B[0m` : name.padEnd(width);
    const print = (text) => console.log(`${label} | ${text}`);
    return { print, follow: (stream) => createInterface({ input: stream }).on('line', (l) => print(readable(l))) };
  };
};
