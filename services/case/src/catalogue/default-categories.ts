import type { TimeLimit } from '@panshi/kernel';

type Row = readonly [
  code: string,
  zh: string,
  en: string,
  filing: string,
  limit: readonly [number, 'h' | 'd' | 'n'],
  closing: string,
  unit: string,
];

/** Limits in working hours, working days, and natural hours: the last are of imminent danger. */
const kinds = { h: 'working-hours', d: 'working-days', n: 'natural-hours' } as const satisfies Record<
  string,
  TimeLimit['kind']
>;

/** Components (部件): things of the city. */
const components: readonly Row[] = [
  ['10101', '上水井盖', 'Water supply cover', '破损、移位、缺失', [4, 'n'], '恢复原状，周边无隐患', 'WATER'],
  ['10102', '污水井盖', 'Sewer cover', '破损、移位、缺失、冒溢', [4, 'n'], '恢复原状，周边无隐患', 'WATER'],
  ['10103', '雨水箅子', 'Storm drain grate', '破损、缺失、堵塞', [8, 'h'], '恢复原状，排水通畅', 'WATER'],
  ['10104', '路灯', 'Street lamp', '不亮、破损、倾斜', [2, 'd'], '照明恢复，杆体稳固', 'URBAN'],
  ['10105', '燃气管道', 'Gas main', '裸露、破损、有异味', [2, 'n'], '险情排除，设施完好', 'EMERGENCY'],
  ['10201', '人行道', 'Footway', '破损、塌陷、松动', [5, 'd'], '平整无破损', 'URBAN'],
  ['10202', '车行道', 'Carriageway', '坑洼、塌陷', [5, 'd'], '平整无坑洼', 'URBAN'],
  ['10203', '交通护栏', 'Traffic barrier', '破损、缺失、移位', [2, 'd'], '恢复原状', 'POLICE'],
  ['10204', '交通标志牌', 'Traffic sign', '破损、遮挡、缺失', [2, 'd'], '清晰完好', 'POLICE'],
  ['10205', '公交站亭', 'Bus shelter', '破损、脏污', [3, 'd'], '完好整洁', 'TRANSPORT'],
  ['10301', '公共厕所', 'Public toilet', '设施损坏、停用未告知', [8, 'h'], '正常开放，设施完好', 'URBAN'],
  ['10302', '垃圾箱房', 'Refuse room', '破损、满溢', [4, 'h'], '完好整洁，垃圾清运', 'URBAN'],
  ['10303', '果皮箱', 'Litter bin', '破损、满溢', [4, 'h'], '完好整洁', 'URBAN'],
  ['10401', '行道树', 'Street tree', '倒伏、枯死、影响通行', [8, 'h'], '清理或扶正', 'URBAN'],
  ['10402', '绿地护栏', 'Green space railing', '破损、缺失', [3, 'd'], '恢复原状', 'URBAN'],
  ['10403', '街头座椅', 'Street bench', '破损、松动', [5, 'd'], '完好稳固', 'URBAN'],
  ['10501', '消防设施', 'Fire-fighting equipment', '破损、缺失、被占用', [8, 'n'], '恢复可用', 'FIRE'],
  ['10502', '宣传栏', 'Notice board', '破损、脏污', [5, 'd'], '完好整洁', 'STREET'],
];

/** Events (事件): what happens. */
const events: readonly Row[] = [
  ['20101', '暴露垃圾', 'Exposed rubbish', '露天堆放垃圾', [4, 'h'], '清运干净', 'URBAN'],
  ['20102', '道路不洁', 'Dirty road', '路面有明显污渍、抛洒物', [4, 'h'], '路面洁净', 'URBAN'],
  ['20103', '积存渣土', 'Dumped spoil', '渣土无序堆放', [1, 'd'], '清运并覆盖', 'URBAN'],
  ['20104', '绿地脏乱', 'Littered green space', '绿地内有垃圾、杂物', [8, 'h'], '清理干净', 'URBAN'],
  ['20105', '水域秩序问题', 'Water body disorder', '水面漂浮物、异味', [2, 'd'], '水面洁净', 'WATER'],
  ['20201', '违规户外广告', 'Unlawful outdoor advertising', '未经许可设置', [5, 'd'], '拆除或补办', 'URBAN'],
  ['20202', '非法小广告', 'Unlawful posters', '张贴、喷涂、散发', [4, 'h'], '清除干净', 'STREET'],
  ['20203', '违规标语横幅', 'Unlawful banner', '未经许可悬挂', [4, 'h'], '拆除', 'URBAN'],
  ['20204', '广告招牌破损', 'Broken sign', '破损、有坠落危险', [8, 'h'], '加固、修复或拆除', 'URBAN'],
  ['20301', '施工扰民', 'Construction noise', '夜间无证施工、噪声扰民', [4, 'h'], '停止或补办手续', 'HOUSING'],
  ['20302', '工地扬尘', 'Construction dust', '未覆盖、未冲洗', [8, 'h'], '落实抑尘措施', 'HOUSING'],
  ['20303', '施工占道', 'Construction on the road', '未经许可占用道路', [1, 'd'], '恢复通行或补办', 'URBAN'],
  ['20304', '无证掘路', 'Unlicensed road digging', '未经许可开挖', [4, 'h'], '停工并恢复', 'URBAN'],
  ['20401', '道路积水', 'Flooded road', '积水影响通行', [4, 'n'], '积水排除', 'WATER'],
  ['20402', '路面塌陷', 'Road collapse', '塌陷危及安全', [2, 'n'], '围护并修复', 'URBAN'],
  ['20403', '管道破裂', 'Burst pipe', '水、气、热管道泄漏', [2, 'n'], '止漏并修复', 'WATER'],
  ['20404', '树木倒伏', 'Fallen tree', '倒伏危及安全', [4, 'n'], '清理并恢复通行', 'URBAN'],
  ['20405', '房屋险情', 'Building in danger', '墙体开裂、构件坠落危险', [2, 'n'], '人员撤离并处置', 'HOUSING'],
  ['20501', '无照经营游商', 'Unlicensed vendor', '占道无照经营', [4, 'h'], '劝离或规范', 'URBAN'],
  ['20502', '店外经营', 'Trading outside the shop', '超出门窗外墙经营', [4, 'h'], '入店经营', 'URBAN'],
  ['20503', '机动车乱停放', 'Badly parked cars', '占用人行道、消防通道', [4, 'h'], '驶离或处罚', 'POLICE'],
  ['20504', '非机动车乱停放', 'Badly parked cycles', '影响通行', [4, 'h'], '摆放有序', 'STREET'],
  ['20505', '共享单车淤积', 'Piled-up shared bicycles', '淤积占道', [4, 'h'], '清运疏导', 'URBAN'],
  ['29901', '飞线充电', 'Charging by flying cable', '电动车飞线充电', [8, 'h'], '拆除并告知', 'STREET'],
  ['29902', '楼道堆物', 'Things piled in stairwells', '堵塞疏散通道', [2, 'd'], '清理干净', 'STREET'],
  ['29903', '邻里纠纷', 'Dispute among neighbours', '请求调解', [5, 'd'], '达成调解或引导其他途径', 'STREET'],
];

export const defaultCategories = [...components, ...events].map(
  ([code, zh, en, filingStandard, [amount, kind], closingStandard, responsibleUnit]) => ({
    code,
    name: { zh, en },
    filingStandard,
    limit: { kind: kinds[kind], amount },
    closingStandard,
    responsibleUnit,
    urgent: kind === 'n',
  }),
);
