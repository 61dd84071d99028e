import type { Views } from '@panshi/read-model';
import type { AppendedTypes } from '../models/appended-types.ts';
import type { LiveViews } from './readable-views.ts';

/**
 * Views for a decision's facts: each has passed what this process itself has appended for it, so that a command finds
 * what an earlier one was answered for.
 * @throws {Unavailable} `view.behind` on reading, at the deadline
 */
export const freshViews = (live: LiveViews, appended: AppendedTypes, deadline: number): Views => ({
  of: (view) => {
    const reader = live.of(view);
    const fresh = () => live.whenPassed([view.name], appended.last(view.from), deadline);
    const reading: typeof reader = {
      get: async (id) => (await fresh(), reader.get(id)),
      find: async (options) => (await fresh(), reader.find(options)),
      count: async (filter) => (await fresh(), reader.count(filter)),
    };
    return reading;
  },
});
