import { rejector, worded } from '@panshi/kernel';

export const viewRejections = worded({
  'view.bad-filter': { kind: 'invalid', zh: '查询条件有误：{reason}', en: 'The filter is not valid: {reason}' },
  'view.bad-cursor': {
    kind: 'invalid',
    zh: '翻页标记无效，请从第一页重新开始',
    en: 'The cursor is not of this list: begin with the first page',
  },
  'view.not-parked': {
    kind: 'not-found',
    zh: '视图 {view} 中没有搁置的 {id}，请核对编号',
    en: 'View {view} has not set {id} aside: check the id',
  },
  'view.rebuild-needed': {
    zh: '视图 {view} 的 {id} 无法单独重算，请重建该视图',
    en: '{id} of view {view} cannot be folded alone: build the view anew',
  },
});

export const reject = rejector(viewRejections);

/** Refuses what find or count was asked. `reason` names what is wrong. */
export const badFilter = (reason: string): never => reject('view.bad-filter', { reason });
