import type { RegionEvent } from '@panshi/contracts';
import type { Outcome } from './import-rows.ts';

/** What comes of a row, for a person's eyes; undefined where nothing does. */
export const outcomeLine = ({ row, events, refusal }: Outcome): string | undefined => {
  const { where, fields } = row;
  if (refusal !== undefined) return `${fields.regionCode.padEnd(12)}  refused     ${where}: ${refusal}`;
  if (events.length === 0) return undefined;
  return events.map((event) => `${fields.regionCode.padEnd(12)}  ${happened(event)}`).join('\n');
};

const happened = ({ type, data }: RegionEvent): string => {
  switch (type) {
    case 'RegionRegistered': {
      const outline = data.ring.length > 0 ? cornersOf(data.ring) : 'no outline';
      return `registered  ${data.name}, ${data.codeSystem} ${data.edition}, ${outline}`;
    }
    case 'RegionRenamed':
      return `renamed     ${data.previousName} → ${data.name}, ${data.codeSystem} ${data.edition}`;
    case 'RegionRedrawn':
      return `redrawn     ${cornersOf(data.ring)}`;
  }
};

const cornersOf = (ring: readonly unknown[]): string => `an outline of ${ring.length} corners`;

/** How many rows came to what. */
export const summaryOf = (outcomes: readonly Outcome[]): string => {
  const changed = outcomes.filter(({ events }) => events.length > 0).length;
  const refused = outcomes.filter(({ refusal }) => refusal !== undefined).length;
  return `${changed} changed, ${outcomes.length - changed - refused} left as they are, ${refused} refused`;
};
