import { cloudGroupsView } from './views/cloud-groups.view.ts';
import { gridBoard } from './views/grid-board.view.ts';
import { incidentBoard } from './views/incident-board.view.ts';
import { leaderPosts } from './views/leader-posts.view.ts';
import { mobilisations } from './views/mobilisations.view.ts';
import { wartimeBoard } from './views/wartime-board.view.ts';
import { wartimeRequests } from './views/wartime-requests.view.ts';

/** In a module of their own, which a thread that folds the past can load without the rest of the service. */
export const views = [
  gridBoard,
  incidentBoard,
  wartimeBoard,
  wartimeRequests,
  mobilisations,
  cloudGroupsView,
  leaderPosts,
];

export const viewsFrom = import.meta.url;
