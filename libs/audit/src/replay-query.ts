import { field } from '@panshi/contracts';
import { beginningOf, endOf, positionOrEndOf } from '@panshi/kernel';
import type { Selection } from './selection.ts';

/** Which part of history to replay; all conditions must hold. */
export class ReplayHistory {
  @field.text('事件流', 'Stream', { min: 1, max: 120, optional: true })
  stream?: string;

  @field.regionCode('区域', 'Region', { optional: true })
  territory?: string;

  @field.eventTypes('事件类型（逗号分隔）', 'Types of events, separated by commas', { optional: true })
  type?: string;

  @field.anyId('案卷编号', 'Case', { optional: true })
  case?: string;

  /** A day: from its beginning in China. */
  @field.instantOrDay('起（时刻或日期）', 'From this instant or day', { optional: true })
  from?: string;

  /** A day: to its end in China. */
  @field.instantOrDay('止（时刻或日期）', 'To this instant or day', { optional: true })
  to?: string;

  @field.pastMoment('截至（时刻、日期或日志位置）', 'What the log knew then: an instant, a day or a position', {
    optional: true,
  })
  asOf?: string;
}

export const selectionOf = ({ stream, territory, type, case: caseId, from, to, asOf }: ReplayHistory): Selection => ({
  stream,
  territory,
  types: type?.split(','),
  caseId,
  from: from && beginningOf(from),
  to: to && endOf(to),
  asOf: asOf && positionOrEndOf(asOf),
});
