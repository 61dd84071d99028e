import { oneOf, type Random } from '../chance.ts';

const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
];
const middles = [...'安邦昌辰达恩方光海宏佳建景凯立明宁平启清仁山守书思天文希向欣兴雅彦一永宇远泽振正志中子'];
const lasts = [...'彬博超诚飞峰刚国浩和恒华辉慧杰静娟军丽亮琳玲敏娜鹏强琴然蓉瑞珊涛婷伟霞晓秀雪燕阳颖勇玉悦云'];

/** What every synthetic name ends with. */
export const DEMO_MARK = '（演示）';

/** A synthetic name that nobody can take for a person's. */
export const demoName = (random: Random): string => {
  const middle = random() < 0.75 ? oneOf(middles, random) : '';
  return `${oneOf(surnames, random)}${middle}${oneOf(lasts, random)}${DEMO_MARK}`;
};

/** A number of Nanjing's area that cannot be: no landline's number begins with 0. */
export const demoPhone = (random: Random): string => `025-0${String(Math.floor(random() * 1e7)).padStart(7, '0')}`;
