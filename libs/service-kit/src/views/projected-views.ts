import type { Position } from '@panshi/event-store';
import type { ViewDefinition, ViewDocument, ViewReader, ViewTable } from '@panshi/read-model';
import type { Platform } from '../module/platform.ts';
import type { LiveViews, PastViews } from '../query/readable-views.ts';

export class ProjectedViews implements LiveViews {
  readonly #tables: ReadonlyMap<string, ViewTable<ViewDocument>>;
  static async open(views: readonly ViewDefinition[], { viewStore }: Platform): Promise<ProjectedViews> {
    const tables = new Map<string, ViewTable<ViewDocument>>();
    for (const view of views) tables.set(view.name, await viewStore.open(view));
    return new ProjectedViews(tables);
  }
  private constructor(tables: ReadonlyMap<string, ViewTable<ViewDocument>>) {
    this.#tables = tables;
  }
  of<Doc extends ViewDocument>(view: ViewDefinition<Doc>): ViewReader<Doc> {
    const table = this.#tables.get(view.name);
    if (!table) throw new TypeError(`${view.name} is no view of this service`);
    return table as unknown as ViewReader<Doc>;
  }
  position(): Position {
    return '';
  }
  async waitFor(): Promise<void> {}
  asOf = (): Promise<PastViews> => Promise.reject(new Error());
  start(): void {}
}
