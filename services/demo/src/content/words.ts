import type { DeclineReason, ReturnReason, SuspensionReason } from '@panshi/contracts';

/** What units write when they report back. */
export const results: readonly string[] = [
  '已到现场处置完毕，恢复原状，照片已留存。',
  '已安排人员清理，现场整洁。',
  '已更换损坏部件，经试用正常。',
  '已联系责任单位整改，现场复查合格。',
  '已劝导当事人自行整改，承诺不再发生。',
  '已围护并修复，周边无隐患。',
  '已协调物业处理，并纳入日常巡查。',
  '已依法处置，并向反映人说明情况。',
];

/** What units write when the check had failed before. */
export const reworkResults: readonly string[] = [
  '已重新处置，补做了遗漏部分。',
  '已返工，扩大了清理范围，现场复查合格。',
];

export const dispatchNotes: readonly string[] = [
  '请尽快到现场核实处置。',
  '居民反映较急，请优先处理。',
  '请与社区联系后到场。',
  '同类问题近期较多，请一并排查。',
];

export const reworkNotes: readonly string[] = [
  '现场仍有残留，请补充处理。',
  '只处理了一部分，请继续。',
  '处置后又出现，请查明原因。',
];

export const extensionReasons: readonly string[] = [
  '需要采购配件，预计到货后即可更换。',
  '涉及多家产权单位，正在协调。',
  '夜间方可占道施工，需要顺延。',
  '当事人暂时无法联系，继续跟进。',
];

export const supervisions: readonly string[] = [
  '请今日内到现场处置并反馈。',
  '居民多次反映，请主要负责人过问。',
  '请说明超期原因并尽快办结。',
];

export const reopeningReasons: readonly string[] = [
  '处理后两天又出现了。',
  '现场没有完全清理干净。',
  '只是暂时解决，问题还在。',
];

export const praise: readonly string[] = ['处理很快，谢谢。', '工作人员态度很好。', '终于解决了。'];
export const complaint: readonly string[] = ['时间太长了。', '处理得不彻底。', '没有人回复我。'];

export const returnNotes: Readonly<Record<ReturnReason, string>> = {
  'wrong-unit': '经核实不属本单位职责范围，建议另行派遣。',
  'wrong-place': '现场位于管辖范围之外。',
  'several-units': '需要多个部门共同处置，请牵头协调。',
  'lacking-facts': '现场未找到，请补充具体位置。',
};

export const declineNotes: Readonly<Record<DeclineReason, string>> = {
  'out-of-scope': '属于企业内部事务，已告知反映人其他渠道。',
  'below-standard': '未达到立案标准，已现场口头提醒。',
  unfounded: '到现场查看，未发现所述情况。',
  'solved-already': '到场时已自行解决。',
};

export const suspensionNotes: Readonly<Record<SuspensionReason, string>> = {
  weather: '连续降雨无法施工，天气好转后恢复。',
  construction: '纳入改造工程，按施工周期推进。',
  funding: '维修资金正在申请。',
  law: '已进入法律程序，等待结果。',
  'third-party': '等待产权单位确认。',
};
