import type { PublishCatalogue } from '@panshi/contracts';
import { defaultCategories } from './default-categories.ts';

/**
 * A catalogue to begin with: the classes of the field (five of components, five of events, an extension), and common
 * sub-categories with codes, standards, limits and units of our own. No official text: a district edits it, and
 * publishes what it edited under an edition of its own.
 */
export const defaultCatalogue = {
  edition: 'default-1',
  classes: [
    { code: '101', kind: 'component', name: { zh: '公用设施', en: 'Public utilities' } },
    { code: '102', kind: 'component', name: { zh: '道路交通', en: 'Roads and traffic' } },
    { code: '103', kind: 'component', name: { zh: '市容环境', en: 'City appearance' } },
    { code: '104', kind: 'component', name: { zh: '园林绿化', en: 'Parks and greenery' } },
    { code: '105', kind: 'component', name: { zh: '其他部件', en: 'Other components' } },
    { code: '201', kind: 'event', name: { zh: '市容环境', en: 'City appearance' } },
    { code: '202', kind: 'event', name: { zh: '宣传广告', en: 'Signs and advertising' } },
    { code: '203', kind: 'event', name: { zh: '施工管理', en: 'Construction' } },
    { code: '204', kind: 'event', name: { zh: '突发事件', en: 'Sudden events' } },
    { code: '205', kind: 'event', name: { zh: '街面秩序', en: 'Street order' } },
    { code: '299', kind: 'event', name: { zh: '扩展事件', en: 'Extension' } },
  ],
  units: [
    { code: 'URBAN', name: { zh: '区城管局', en: 'Urban management bureau' } },
    { code: 'WATER', name: { zh: '区水务局', en: 'Water bureau' } },
    { code: 'HOUSING', name: { zh: '区住建局', en: 'Housing and construction bureau' } },
    { code: 'POLICE', name: { zh: '区公安分局', en: 'Police sub-bureau' } },
    { code: 'TRANSPORT', name: { zh: '区交通运输局', en: 'Transport bureau' } },
    { code: 'EMERGENCY', name: { zh: '区应急管理局', en: 'Emergency management bureau' } },
    { code: 'FIRE', name: { zh: '区消防救援大队', en: 'Fire and rescue brigade' } },
    { code: 'STREET', name: { zh: '属地街道', en: 'The street a case lies in' } },
  ],
  categories: defaultCategories,
} satisfies Omit<PublishCatalogue, 'districtCode'>;
