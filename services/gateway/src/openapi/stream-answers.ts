import { field } from '@panshi/contracts';

/** One line of replayed history: a CloudEvent 1.0 with extensions. */
export class CloudEvent {
  @field.text('规范版本', 'Version of CloudEvents', { max: 10 })
  readonly specversion!: string;

  @field.anyId('事件编号', 'Id of the event')
  readonly id!: string;

  @field.text('来源', 'Source', { max: 100 })
  readonly source!: string;

  @field.text('事件流', 'Stream', { max: 120 })
  readonly subject!: string;

  @field.text('事件类型', 'Type', { max: 100 })
  readonly type!: string;

  @field.instant('发生时间', 'When it happened')
  readonly time!: string;

  @field.text('内容类型', 'Media type of the data', { max: 100 })
  readonly datacontenttype!: string;

  @field.text('内容结构', 'Name of the data’s message in proto/', { max: 200 })
  readonly dataschema!: string;

  @field.anyObject('内容（个人信息为密文）', 'Data; what is personal stays sealed')
  readonly data!: object;

  @field.position('日志位置', 'Place in the log')
  readonly sequence!: string;

  @field.count('流内版本', 'Version of the stream', { min: 0 })
  readonly streamversion!: number;

  @field.instant('落盘时间', 'When it was recorded')
  readonly recordedat!: string;

  @field.anyId('命令编号', 'Command')
  readonly commandid!: string;

  @field.text('关联编号', 'Correlation id', { max: 64 })
  readonly correlationid!: string;

  @field.text('起因编号', 'Causation id', { max: 64 })
  readonly causationid!: string;

  @field.text('账号', 'Account that acted', { max: 64 })
  readonly actoraccount!: string;

  @field.text('人员', 'Person who acted', { max: 64 })
  readonly actorperson!: string;

  @field.text('岗位', 'Post they held', { max: 64 })
  readonly actorpost!: string;

  @field.text('出处', 'Provenance: live, seeded or imported', { max: 40 })
  readonly provenance!: string;

  @field.text('区域（逗号分隔）', 'Regions it concerns, separated by commas', { max: 8000 })
  readonly regions!: string;

  @field.text('追踪', 'Trace (W3C)', { max: 100, optional: true })
  readonly traceparent?: string;

  @field.text('请求指纹', 'Keyed fingerprint of the request', { max: 100 })
  readonly fingerprint!: string;
}

/** The data of a server-sent event of the live stream. */
export class LiveNotice {
  @field.position('日志位置', 'Place in the log')
  readonly position!: string;

  @field.text('事件流', 'Stream, where something was appended', { max: 120, optional: true })
  readonly stream?: string;

  @field.count('流内版本', 'Version of the stream', { min: 0, optional: true })
  readonly version?: number;

  @field.text('事件类型', 'Type of event', { max: 100, optional: true })
  readonly type?: string;
}
