/** How far a replay has come, on one line of a terminal; silent where the output is no terminal. */
export const progressLine = (
  out: NodeJS.WriteStream,
): { show(step: { read: number; shown: number; recordedAt: string }): void; clear(): void } => {
  const started = performance.now();
  let visible = false;
  const clear = (): void => {
    if (visible) out.write('\r\x1b[K');
    visible = false;
  };
  return {
    clear,
    show({ read, shown, recordedAt }) {
      if (!out.isTTY) return;
      const rate = Math.round(read / ((performance.now() - started) / 1000));
      clear();
      out.write(`${recordedAt.slice(0, 10)}  ${read} read, ${shown} shown, ${rate}/s`);
      visible = true;
    },
  };
};
