import { ProgressLine, type Screen } from '@panshi/service-kit';
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

const BAR = 20;

/** A bar with rate and time left for each phase on a terminal; elsewhere a line at each tenth. */
export const renderProgress = (screen: Screen): RenderedProgress => {
  const line = new ProgressLine(screen);
  let shown: { readonly phase: Progress['phase']; readonly since: number } | undefined;
  let tenths = -1;
  return {
    show: ({ phase, done, total }) => {
      if (phase !== shown?.phase) {
        line.end();
        shown = { phase, since: performance.now() };
        tenths = -1;
      }
      const [before, part] = [tenths, done / total];
      tenths = Math.floor(part * 10);
      const rate = (1_000 * done) / (performance.now() - shown.since + 1);
      const bar = '█'.repeat(Math.floor(part * BAR)).padEnd(BAR, '░');
      const more = `${done}/${total}  ${Math.round(rate)}/s  ${Math.ceil((total - done) / rate)} s left`;
      const text = screen.isTTY ? `${bar} ${Math.floor(part * 100)}%  ${more}` : `${tenths * 10}%`;
      line.show(`  ${titles[phase]} ${text}`, tenths > before);
    },
    stop: () => line.end(),
  };
};
