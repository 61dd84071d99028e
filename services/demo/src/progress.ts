import cliProgress from 'cli-progress';
import type { Stage } from './story/stage.ts';

/** How far the work has come: in grids founded, then in reports of the two years. */
export interface Progress {
  readonly phase: 'district' | 'history';
  readonly done: number;
  readonly total: number;
}

export type OnProgress = (progress: Progress) => void;

/** Tells how far a stage's history has come. */
export const followProgress = ({ simulation, borders }: Stage, reports: number, onProgress: OnProgress): void => {
  const count = (phase: Progress['phase'], total: number): (() => void) => {
    let done = 0;
    return () => onProgress({ phase, done: Math.min(++done, total), total });
  };
  simulation.on(['GridDelineated'], count('district', borders.first.length));
  simulation.on(['IncidentReported'], count('history', reports));
};

const titles: Readonly<Record<Progress['phase'], string>> = {
  district: 'Demo district 示范区建档',
  history: 'Two years of history 两年历史',
};

/** What a terminal shows, or a file is told. */
export interface RenderedProgress {
  readonly show: OnProgress;
  stop(): void;
}

/** Where it is written to: a terminal gets a bar with rate and time left, anything else a line at each tenth. */
export type Screen = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;

export const renderProgress = (screen: NodeJS.WriteStream): RenderedProgress =>
  screen.isTTY ? bar(screen) : lines(screen);

const bar = (stream: NodeJS.WriteStream): RenderedProgress => {
  const format = '  {title} {bar} {percentage}%  {value}/{total}  {rate}/s  {eta_formatted} left';
  const options = { stream, format, hideCursor: true, etaBuffer: 400 };
  const bars = new cliProgress.SingleBar(options, cliProgress.Presets.shades_classic);
  let shown: { readonly phase: Progress['phase']; readonly since: number } | undefined;
  return {
    show: ({ phase, done, total }) => {
      if (phase !== shown?.phase) {
        if (shown) bars.stop();
        shown = { phase, since: performance.now() };
        bars.start(total, 0, { title: titles[phase], rate: 0 });
      }
      bars.update(done, { rate: Math.round((1_000 * done) / (performance.now() - shown.since + 1)) });
    },
    stop: () => bars.stop(),
  };
};

const lines = (screen: Screen): RenderedProgress => {
  let last = '';
  return {
    show: ({ phase, done, total }) => {
      const tenth = `${titles[phase]} ${Math.floor((done / total) * 10) * 10}%`;
      if (tenth !== last) screen.write(`  ${tenth}\n`);
      last = tenth;
    },
    stop: () => {},
  };
};
