import type { Bilingual } from './bilingual.ts';

/** In which system the coordinates of a place are. Those of maps made in China are shifted by law. */
export const coordinateSystems = {
  wgs84: { zh: 'WGS-84（卫星定位、天地图）', en: 'WGS-84: satellites, Tianditu' },
  gcj02: { zh: 'GCJ-02（高德、腾讯地图）', en: 'GCJ-02: maps of Amap and Tencent' },
  bd09: { zh: 'BD-09（百度地图）', en: 'BD-09: maps of Baidu' },
} as const satisfies Record<string, Bilingual>;
