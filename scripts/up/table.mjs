/** The status table: every process, and where it says how it is. */
export const tableOf = (processes) =>
  [
    ['process', 'pid', 'state', 'restarts', 'health'],
    ...processes.map(({ name, pid, state, restarts, url }) => [
      name,
      String(pid ?? ''),
      state,
      String(restarts),
      url.startsWith('http') ? `${url}/health/ready` : url,
    ]),
  ]
    .map(
      ([name, pid, state, restarts, url]) =>
        `  ${name.padEnd(16)} ${pid.padEnd(8)} ${state.padEnd(11)} ${restarts.padEnd(9)} ${url}`,
    )
    .join('\n');
