import * as field from '../vocabulary/fields.ts';
import type { FieldsType } from '../vocabulary/field.ts';

/** How many documents have a value. */
export interface FacetCount {
  readonly value: string | number | boolean | null;
  readonly count: number;
}

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Opaque cursor; absent on the last page. */
  readonly next?: string;
  /** How many match in all, where they were counted. */
  readonly total?: number;
  readonly facets?: Readonly<Record<string, readonly FacetCount[]>>;
}

/** The class of a page of answers, `GridSummaryPage`. */
export const pageOf = <T extends object>(item: FieldsType<T>): FieldsType<Page<T>> => {
  class AnyPage implements Page<T> {
    @field.list(() => item, '本页条目', 'Items of this page')
    readonly items!: readonly T[];

    @field.text('下一页游标', 'Cursor of the next page', { max: 500, optional: true })
    readonly next?: string;

    @field.count('总数', 'How many match in all', { min: 0, optional: true })
    readonly total?: number;

    @field.facets('分面计数', 'Counts by value of each facet', { optional: true })
    readonly facets?: Page<T>['facets'];
  }
  Object.defineProperty(AnyPage, 'name', { value: `${item.name}Page` });
  return AnyPage;
};
