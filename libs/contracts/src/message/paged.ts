import * as field from '../vocabulary/fields.ts';

/** What every list takes: a page size (50 unless told) and the cursor of the page before. */
export class Paged {
  @field.count('每页条数', 'Page size', { min: 1, max: 200, asked: true, optional: true })
  limit?: number;

  @field.text('游标', 'Cursor of the page', { max: 500, optional: true })
  cursor?: string;
}
