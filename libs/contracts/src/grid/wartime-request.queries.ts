import { type RequestState, requestStates, type VerbalState, verbalStates } from '../choices/wartime-choices.ts';
import { pageOf } from '../message/page.ts';
import { Paged } from '../message/paged.ts';
import * as field from '../vocabulary/fields.ts';
import { GridQuery } from './messages.ts';
import { WartimeRequestView } from './wartime-request.answers.ts';

/** Requests of a second person's approval, the newest first; what waits for the reader the longest waiting first. */
@GridQuery('战时申请列表', 'List wartime requests', {
  route: 'GET /wartime/requests',
  permission: 'wartime.read',
  views: ['wartime-requests'],
  answer: pageOf(WartimeRequestView),
})
export class ListWartimeRequests extends Paged {
  /** Only those the reader may decide, and verbal approvals said to be theirs that they have neither confirmed nor denied. */
  @field.optionalBoolean('待我处理', 'Only what waits for the reader')
  awaitingMe?: boolean;

  @field.choice(requestStates, '状态', 'State', { optional: true })
  state?: RequestState;

  /** Only those approved by word of mouth, by what became of that. */
  @field.choice(verbalStates, '口头批准确认状态', 'State of the verbal approval', { optional: true })
  verbal?: VerbalState;

  /** Requests whose scope touches it. */
  @field.regionCode('区域', 'Region', { optional: true })
  territory?: string;
}
