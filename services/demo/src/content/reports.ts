/**
 * What people report, by category: how often (per thousand reports), and in which words. `{where}` and `{since}` are
 * filled in. The words are ours; no report of a real person is among them.
 */
export interface ReportKind {
  readonly code: string;
  readonly share: number;
  /** Times as many from June to September; 1 unless told. */
  readonly summer?: number;
  /** Times as many from December to February; 1 unless told. */
  readonly winter?: number;
  /** Times as many while wartime is on against flood and typhoon; 1 unless told. */
  readonly storm?: number;
  readonly texts: readonly string[];
}

/** Reports of things of the city (部件). */
const components: readonly ReportKind[] = [
  { code: '10101', share: 6, texts: ['{where}一个自来水井盖裂了一半，{since}就有，晚上走路很危险。'] },
  {
    code: '10102',
    share: 14,
    summer: 1.6,
    storm: 4,
    texts: ['{where}污水井往外冒水，气味很大，{since}一直没人来。', '{where}污水井盖移位，车压过去哐哐响。'],
  },
  {
    code: '10103',
    share: 14,
    summer: 2,
    storm: 6,
    texts: ['{where}雨水箅子被树叶堵住了，一下雨就积水。', '{where}雨水箅子缺了一块，推婴儿车差点卡住。'],
  },
  {
    code: '10104',
    share: 34,
    winter: 1.6,
    texts: ['{where}路灯不亮，{since}就黑着，老人晚上不敢出门。', '{where}三盏路灯忽明忽暗，麻烦检修一下。'],
  },
  { code: '10105', share: 3, texts: ['{where}能闻到燃气味，{since}越来越明显，请赶快派人来看。'] },
  {
    code: '10201',
    share: 30,
    texts: ['{where}人行道地砖松动，踩上去溅一身水。', '{where}人行道塌了一小块，已经有人绊倒。'],
  },
  {
    code: '10202',
    share: 22,
    storm: 2,
    texts: ['{where}路面有个坑，电动车经过很容易摔。', '{where}车行道坑洼不平，{since}越来越大。'],
  },
  { code: '10203', share: 9, texts: ['{where}护栏被撞歪了，伸到了非机动车道上。'] },
  { code: '10204', share: 7, texts: ['{where}限速牌被树枝挡住了，看不见。', '{where}指示牌掉下来一角，随风晃动。'] },
  { code: '10205', share: 6, texts: ['{where}公交站亭玻璃碎了，地上都是渣子。'] },
  {
    code: '10301',
    share: 11,
    summer: 1.5,
    texts: ['{where}公共厕所没有水，{since}一直锁着一半。', '{where}公厕的扶手松了，老人用着不放心。'],
  },
  {
    code: '10302',
    share: 26,
    summer: 1.7,
    texts: ['{where}垃圾箱房满了没清，{since}就堆到了外面。', '{where}垃圾房的门坏了，野猫把袋子都扒开了。'],
  },
  { code: '10303', share: 12, texts: ['{where}果皮箱满了，旁边丢了一地。'] },
  {
    code: '10401',
    share: 18,
    summer: 1.6,
    storm: 5,
    texts: ['{where}一棵树枯死了，看着要倒。', '{where}树枝压到电线上了，刮风就冒火星。'],
  },
  { code: '10402', share: 6, texts: ['{where}绿地护栏断了两根，铁茬露在外面，孩子多。'] },
  { code: '10403', share: 6, texts: ['{where}长椅的木条断了，坐下去会夹手。'] },
  {
    code: '10501',
    share: 9,
    texts: ['{where}消火栓没有水压，{since}检查时发现的。', '{where}灭火器箱被杂物挡死了，打不开。'],
  },
  { code: '10502', share: 6, texts: ['{where}宣传栏玻璃破了，里面的海报都泡烂了。'] },
];

/** Reports of what happens (事件). */
const events: readonly ReportKind[] = [
  {
    code: '20101',
    share: 96,
    summer: 1.4,
    texts: [
      '{where}有人倒了一堆装修垃圾，{since}就在那里。',
      '{where}垃圾堆了好几天，苍蝇很多，影响环境。',
      '{where}旧沙发和床垫扔在路边，麻烦清走。',
    ],
  },
  {
    code: '20102',
    share: 40,
    texts: ['{where}渣土车洒了一路，车一过都是灰。', '{where}路面一大片油污，骑车容易滑倒。'],
  },
  { code: '20103', share: 18, texts: ['{where}一车渣土倒在空地上，没有盖网。'] },
  { code: '20104', share: 24, texts: ['{where}绿地里都是塑料袋和饮料瓶。', '{where}花坛被人种了菜，还浇粪水。'] },
  {
    code: '20105',
    share: 14,
    summer: 2,
    storm: 2,
    texts: ['{where}河道水面漂着死鱼和垃圾，味道很大。', '{where}排口有黑水流进河里，{since}一直在排。'],
  },
  { code: '20201', share: 12, texts: ['{where}楼顶新装了一块大广告牌，不知道有没有手续。'] },
  {
    code: '20202',
    share: 58,
    texts: ['{where}单元门上贴满了开锁和贷款的小广告。', '{where}墙上喷了一排电话号码，刚刷白又喷上。'],
  },
  { code: '20203', share: 10, texts: ['{where}两棵树之间拉了条促销横幅，快掉到路上了。'] },
  {
    code: '20204',
    share: 14,
    storm: 5,
    texts: ['{where}店招一角脱落，风一吹就晃，下面就是人行道。', '{where}灯箱破了，电线露在外面。'],
  },
  {
    code: '20301',
    share: 46,
    summer: 1.4,
    texts: [
      '{where}工地{since}一直施工到凌晨，睡不着。',
      '{where}半夜还在浇混凝土，孩子第二天要上学。',
      '{where}楼上装修中午电钻不停，请协调一下时间。',
    ],
  },
  {
    code: '20302',
    share: 26,
    winter: 1.3,
    texts: ['{where}工地裸土没有盖，刮风满天灰。', '{where}出入口没有冲洗，泥都带到马路上了。'],
  },
  { code: '20303', share: 20, texts: ['{where}施工围挡占了整条人行道，只能走机动车道。'] },
  { code: '20304', share: 8, texts: ['{where}有人在挖路，没看到许可牌。'] },
  {
    code: '20401',
    share: 16,
    summer: 3,
    storm: 14,
    texts: [
      '{where}积水到小腿了，车都熄火了。',
      '{where}下穿通道进水，{since}还在涨，请赶紧封路。',
      '{where}地库入口在进水，物业沙袋不够。',
    ],
  },
  { code: '20402', share: 5, summer: 1.8, storm: 4, texts: ['{where}路面突然陷下去一个洞，下面是空的。'] },
  {
    code: '20403',
    share: 12,
    winter: 2.4,
    texts: ['{where}自来水管爆了，水喷了一人高。', '{where}暖气管漏水，楼道里都是水汽。'],
  },
  {
    code: '20404',
    share: 8,
    summer: 2,
    storm: 14,
    texts: ['{where}大树倒了，把路全挡住了。', '{where}树倒在车上，车里没有人。'],
  },
  {
    code: '20405',
    share: 5,
    storm: 4,
    texts: ['{where}外墙瓷砖掉下来一大片，幸好没砸到人。', '{where}老房子墙上裂缝变宽了，{since}能塞进手指。'],
  },
  {
    code: '20501',
    share: 60,
    summer: 1.3,
    texts: ['{where}卖水果的三轮车占了半条路。', '{where}早上一排流动摊，油烟直往楼上飘。'],
  },
  {
    code: '20502',
    share: 52,
    summer: 1.4,
    texts: ['{where}烧烤店桌子摆到人行道上，喝到半夜。', '{where}五金店把货都堆在门口，轮椅过不去。'],
  },
  {
    code: '20503',
    share: 88,
    texts: [
      '{where}汽车停在消防通道上，{since}天天如此。',
      '{where}人行道上停满了车，盲道都被占了。',
      '{where}一辆车堵住了单元门口，联系不上车主。',
    ],
  },
  { code: '20504', share: 34, texts: ['{where}电动车乱停，轮椅和担架都过不去。'] },
  {
    code: '20505',
    share: 30,
    texts: ['{where}共享单车堆成了山，把公交站都堵了。', '{where}共享单车倒了一片，挡住了盲道。'],
  },
  {
    code: '29901',
    share: 38,
    summer: 1.3,
    texts: ['{where}有人从五楼拉线下来给电动车充电。', '{where}飞线充电又多了，晚上好几根线挂在外墙。'],
  },
  {
    code: '29902',
    share: 44,
    texts: ['{where}楼道里堆了纸箱和旧家具，走路要侧身。', '{where}楼梯间停了电动车还在充电，非常危险。'],
  },
  {
    code: '29903',
    share: 32,
    winter: 1.2,
    texts: [
      '{where}楼上漏水把我家吊顶泡了，双方谈不拢，请社区来调解。',
      '{where}邻居养鸡，天不亮就叫，说了几次没用。',
      '{where}空调外机对着我家窗户吹，请帮忙协调。',
    ],
  },
];

export const reportKinds: readonly ReportKind[] = [...components, ...events];

/** Places a report may name. They are of no particular address. */
export const places: readonly string[] = [
  '小区北门口',
  '小区南门外',
  '菜场东侧',
  '幼儿园门前',
  '公交站旁',
  '3幢楼下',
  '7幢2单元门口',
  '12幢西边',
  '地铁口',
  '篮球场边上',
  '沿街商铺前',
  '文化广场',
  '老年活动室门口',
  '河边步道',
  '桥下',
  '小学围墙外',
  '停车场入口',
  '快递柜旁边',
  '垃圾分类亭边',
  '社区卫生站对面',
];

export const since: readonly string[] = [
  '今天早上',
  '昨天晚上',
  '这两天',
  '上周',
  '从昨天下午开始',
  '下雨之后',
  '刚才',
];
