import { type IncidentChannel, incidentChannels } from '../choices/incident-choices.ts';
import * as field from '../vocabulary/fields.ts';
import type { Place } from '../vocabulary/place.ts';
import { CaseCommand } from './messages.ts';

/** Opens the one case (案卷) of an incident; the system's answer to a report. */
@CaseCommand('建立案卷（系统）', 'Open a case (system)', {
  permission: 'system.act',
  territory: 'gridCode',
  creates: 'caseId',
})
export class OpenCase {
  /** The incident's id, so that an incident has one case only. */
  @field.anyId('案卷编号', 'Case')
  caseId!: string;

  @field.anyId('事件编号', 'Incident')
  incidentId!: string;

  @field.gridCode('网格', 'Grid')
  gridCode!: string;

  @field.categoryCode('类别', 'Category')
  categoryCode!: string;

  @field.place('位置', 'Place')
  location!: Place;

  @field.boolean('紧急', 'Urgent')
  urgent!: boolean;

  /** How the report came in. */
  @field.choice(incidentChannels, '来源', 'Channel')
  channel!: IncidentChannel;

  /** Person who recorded the report, by id. */
  @field.text('上报登记人', 'Recorded by', { max: 64 })
  recordedBy!: string;

  /** The colleague for whom it was recorded, by id. */
  @field.anyId('代谁录入', 'On behalf of', { optional: true })
  onBehalfOf?: string;
}
