import Sequencer from '@jest/test-sequencer';

/** Seconds that a file takes of which no run has told yet, by its kind. */
const usual = [
  [/\/test\/faults\//, 60],
  [/\/test\/(e2e|browser)\//, 40],
  [/\.int\.spec\.ts$/, 5],
];

const millisecondsOf = ({ path, duration }) => duration ?? (usual.find(([kind]) => kind.test(path))?.[1] ?? 1) * 1000;

/** Runs the longest files first, so that no worker is left with one of them while the other has nothing to do. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((one, other) => millisecondsOf(other) - millisecondsOf(one));
  }
}
